import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closingLines, countReport } from "./verify/reports.ts";
import { printFailures, runLanes, type Step, type StepResult } from "./verify/run-step.ts";
import { verifyLanes, vitestStep } from "./verify/steps.ts";

const reports = mkdtempSync(join(tmpdir(), "stsphera-reports-"));
const reportOf = (name: string) => join(reports, `${name}.json`);
const hasJourneys = existsSync(join(import.meta.dirname, "../e2e/playwright.config.ts"));

const build: Step = {
  name: "build",
  command: "pnpm --silent bundle",
};
const journeys: Step = {
  name: "tests (e2e)",
  command: "playwright test --config e2e/playwright.config.ts --reporter=list,json",
  environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf("e2e") },
};

const results: StepResult[] = await runLanes(verifyLanes(reportOf("unit")));
results.push(...(await runLanes([[vitestStep("db", reportOf("db"))], [build]])));
if (hasJourneys) results.push(...(await runLanes([[journeys]])));

printFailures(results);
console.log("");
for (const { name, output } of results.filter((result) => result.name.startsWith("tests "))) {
  console.log([name, ...closingLines(output)].join("\n"));
}
const counts = [
  countReport("vitest", reportOf("unit")),
  countReport("vitest", reportOf("db")),
  ...(hasJourneys ? [countReport("playwright", reportOf("e2e"))] : []),
];
rmSync(reports, { recursive: true, force: true });
const sum = (of: "passed" | "failed") => counts.reduce((total, count) => total + count[of], 0);
const broken = results.filter((result) => !result.passed).map((result) => result.name);
if (broken.length > 0) console.log(`\nFailed: ${broken.join(", ")}`);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = broken.length > 0 || sum("failed") > 0 ? 1 : 0;
