import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { sourceFolders } from "./source-files.ts";

type Violation = {
  type: string;
  from: string;
  to: string;
  rule: { name: string };
  cycle?: { name: string }[];
};
type Cruise = { modules: { source: string }[]; summary: { violations: Violation[] } };

const program = join(import.meta.dirname, "../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");

async function cruise(checkout: string, rules: string): Promise<Cruise> {
  const folders = sourceFolders.filter((name) => existsSync(join(checkout, name)));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, "--config", rules, "--output-type", "json", ...folders],
    { cwd: checkout, maxBuffer: 1 << 28 },
  );
  return JSON.parse(stdout);
}

function describe({ from, to, rule, cycle }: Violation): string {
  const way = cycle ? [from, ...cycle.map((step) => step.name)].join(" → ") : `${from} → ${to}`;
  return `${rule.name}: ${way}`;
}

/** Violations of the import rules in a checkout; a file that was not analysed is a violation, too. */
export async function importProblems(checkout: string, rules: string, files: string[]): Promise<string[]> {
  const { modules, summary } = await cruise(checkout, rules);
  const seen = new Set(modules.map((module) => module.source));
  const unseen = files.filter((file) => !seen.has(file));
  return [
    ...summary.violations.map(describe),
    ...unseen.map((file) => `the import check did not look at ${file}`),
  ];
}
