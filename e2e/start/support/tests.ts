import { claim, type Claim } from "../../reliability/support/report.ts";
import { ending, run, type Runner } from "./run.ts";

export type TestRun = { script: string; exitCode: number; passed: number; failed: number };

const SECONDS = 1800;
/** The test is where the suites run, not how fast: a busy machine is no failure. */
const PATIENCE = ["--testTimeout=60000", "--hookTimeout=60000"];

const countOf = (output: string, what: "passed" | "failed"): number => {
  const [, line = ""] = /^\s*Tests\s+(.*)$/m.exec(output) ?? [];
  return Number(new RegExp(`(\\d+) ${what}`).exec(line)?.[1] ?? 0);
};

/** Runs test scripts of package.json one after the other; shows the last output of a failing one. */
export async function runTests(runner: Runner, scripts = ["test:unit", "test:db"]): Promise<TestRun[]> {
  const done: TestRun[] = [];
  for (const script of scripts) {
    const plain = { ...runner, env: { ...runner.env, NO_COLOR: "1" } };
    const running = run(["node", "scripts/up.mjs", script, ...PATIENCE], plain, SECONDS);
    const exitCode = await running.ended;
    const output = running.output();
    if (exitCode !== 0) console.error(ending(output, 120));
    done.push({ script, exitCode, passed: countOf(output, "passed"), failed: countOf(output, "failed") });
  }
  return done;
}

export const testFigures = (runs: readonly TestRun[]): Record<string, string> =>
  Object.fromEntries(
    runs.map(({ script, passed, failed }) => [script, `${passed} passed, ${failed} failed`]),
  );

export const testClaims = (runs: readonly TestRun[]): Claim[] =>
  runs.map(({ script, exitCode, passed }) => claim(`${script} passes`, exitCode === 0 && passed > 0));
