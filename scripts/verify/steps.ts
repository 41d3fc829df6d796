import type { Step } from "./run-step.ts";

/** Vitest with its own final lines, and optionally a JSON report for counting. */
export function vitestStep(project: "unit" | "db", report?: string): Step {
  const reporting = report ? ` --reporter=default --reporter=json --outputFile.json="${report}"` : "";
  return { name: `tests (${project})`, command: `vitest run --project '${project}*'${reporting}` };
}

/** Checks required for every change; two lanes for two cores. */
export function verifyLanes(unitReport?: string): Step[][] {
  return [
    [
      { name: "types", command: "pnpm run typecheck" },
      { name: "layers", command: "node scripts/check-layers.ts" },
    ],
    [
      { name: "format", command: "oxfmt --check" },
      { name: "lint", command: "oxlint --deny-warnings" },
      vitestStep("unit", unitReport),
    ],
  ];
}
