import type { Kind, Sample } from "../measure/contender.ts";
import type { CaseResult, SizeFacts } from "../measure/run-case.ts";
import { spreadOf } from "../measure/statistics.ts";
import { verdictsOf } from "./verdicts.ts";

const NAMES: Readonly<Record<Kind, string>> = {
  api: "our API",
  floor: "floor",
  "floor-without-rollups": "floor, no rollups",
  database: "database alone",
  http: "bare HTTP",
};

/** Measurements of a case as Markdown. */
export function tableOf(result: CaseResult): string {
  const rows = result.measured
    .toSorted((a, b) => b.size.localeCompare(a.size))
    .map(({ kind, size, samples }) => row([size, NAMES[kind], ...figures(samples)]));
  const facts = result.facts.map(factLine);
  return [
    `### ${result.bench.name}`,
    "",
    `${facts.join("; ")}.`,
    "",
    row(["size", "", "requests/s (min–max)", "p50 ms", "p95 ms", "CPU ms"]),
    row(["---", "---", "---:", "---:", "---:", "---:"]),
    ...rows,
    "",
    ...verdictLines(result),
  ].join("\n");
}

function factLine({ size, statements, unprepared, bytes }: SizeFacts): string {
  const loose = unprepared === 0 ? "" : ` (${round(unprepared, 1)} not prepared)`;
  return `${size}: ${round(statements, 1)} statements${loose}, ${bytes} bytes an answer`;
}

function figures(samples: readonly Sample[]): string[] {
  const spread = (pick: (sample: Sample) => number) => spreadOf(samples.map(pick));
  const rate = spread(({ perSecond }) => perSecond);
  return [
    `${round(rate.median)} (${round(rate.min)}–${round(rate.max)})`,
    round(spread(({ p50 }) => p50).median, 2),
    round(spread(({ p95 }) => p95).median, 2),
    round(spread(({ cpu }) => cpu).median, 3),
  ];
}

function verdictLines(result: CaseResult): string[] {
  return verdictsOf(result).map(({ what, ratio, target, reached }) => {
    const said = reached === null ? "no verdict: the floor is unsteady" : reached ? "reached" : "**missed**";
    return `- ${what}: ${round(ratio, 2)} (${target}) ${said}`;
  });
}

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const round = (value: number, digits = 0) => value.toFixed(digits);
