import { existsSync, readFileSync } from "node:fs";

export type Count = { passed: number; failed: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
};

/** A file that could not be loaded has no failed tests, so it counts as one. */
function countVitest(report: VitestReport): Count {
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

/** A flaky test failed once, so it counts as failed. */
function countPlaywright({ stats, errors }: PlaywrightReport): Count {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/** Counts from a runner's JSON report; a runner without a report has failed. */
export function countReport(runner: "vitest" | "playwright", path: string): Count {
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(path, "utf8"));
  return runner === "vitest" ? countVitest(report) : countPlaywright(report);
}

const closing =
  /^\s*(Test Files|Tests|Errors|Start at|Duration)\s{2,}|^\s+\d+ (passed|failed|flaky|skipped|did not run)/;

/** The final lines of vitest and Playwright. */
export function closingLines(output: string): string[] {
  return output.split("\n").filter((line) => closing.test(line));
}
