import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { closingLines, countReport } from "./reports.ts";

const folder = mkdtempSync(join(tmpdir(), "reports-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: object): string {
  const path = join(folder, "report.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const passed = { status: "passed" };
const failed = { status: "failed" };

test("vitest's tests are counted", () => {
  const testResults = [{ status: "failed", assertionResults: [passed, failed] }];
  const path = report({ numPassedTests: 1, numFailedTests: 1, testResults });
  expect(countReport("vitest", path)).toEqual({ passed: 1, failed: 1 });
});

test("a test file that could not be loaded counts as a failure", () => {
  const testResults = [{ status: "failed", assertionResults: [] }];
  const path = report({ numPassedTests: 7, numFailedTests: 0, testResults });
  expect(countReport("vitest", path)).toEqual({ passed: 7, failed: 1 });
});

test("a journey that passed only on the second try counts as a failure", () => {
  const path = report({ stats: { expected: 3, unexpected: 1, flaky: 1 }, errors: [{ message: "x" }] });
  expect(countReport("playwright", path)).toEqual({ passed: 3, failed: 3 });
});

test("a runner without a report has failed", () => {
  expect(countReport("vitest", join(folder, "absent.json"))).toEqual({ passed: 0, failed: 1 });
});

test("the runners' own final lines are found in their output", () => {
  const vitest = " ✓ unit a.test.ts (2 tests) 5ms\n\n Test Files  1 passed (1)\n      Tests  2 passed (2)\n";
  const playwright = "  ✓  1 journey.spec.ts:3:5 › the day (5.1s)\n\n  1 passed (6.0s)\n";
  expect(closingLines(vitest)).toEqual([" Test Files  1 passed (1)", "      Tests  2 passed (2)"]);
  expect(closingLines(playwright)).toEqual(["  1 passed (6.0s)"]);
});
