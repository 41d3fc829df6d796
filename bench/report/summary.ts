import type { CaseResult } from "../measure/run-case.ts";
import { type Verdict, verdictsOf } from "./verdicts.ts";

/** One line per case with its ratios; missed targets in bold, undecidable ones in brackets. */
export function summaryOf(results: readonly CaseResult[]): string {
  const cells = results.map((result) => ({ name: result.bench.name, verdicts: verdictsOf(result) }));
  const columns = [...new Set(cells.flatMap(({ verdicts }) => verdicts.map(({ what }) => what)))];
  const row = (texts: readonly string[]) => `| ${texts.join(" | ")} |`;
  return [
    row(["", ...columns]),
    row(["---", ...columns.map(() => "---:")]),
    ...cells.map(({ name, verdicts }) =>
      row([name, ...columns.map((what) => shown(verdicts.find((verdict) => verdict.what === what)))]),
    ),
  ].join("\n");
}

function shown(verdict: Verdict | undefined): string {
  if (verdict === undefined) return "";
  const text = verdict.ratio.toFixed(2);
  if (verdict.reached === null) return `(${text})`;
  return verdict.reached ? text : `**${text}**`;
}
