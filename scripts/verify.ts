import { printFailures, runLanes } from "./verify/run-step.ts";
import { verifyLanes } from "./verify/steps.ts";

const results = await runLanes(verifyLanes());
printFailures(results);
process.exitCode = results.every((result) => result.passed) ? 0 : 1;
