import { spawn } from "node:child_process";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

export type Step = { name: string; command: string; environment?: Record<string, string> };
export type StepResult = { name: string; passed: boolean; output: string };

const root = join(import.meta.dirname, "../..");

/** Runs a command line with the repository's tools first on the path; prints one line at its end. */
function runStep(step: Step): Promise<StepResult> {
  const began = performance.now();
  const path = `${join(root, "node_modules/.bin")}:${process.env.PATH}`;
  return new Promise((resolve, reject) => {
    const child = spawn(step.command, {
      cwd: root,
      shell: true,
      env: { ...process.env, PATH: path, FORCE_COLOR: "0", NO_COLOR: "1", ...step.environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      const passed = code === 0;
      const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
      console.log(`${passed ? "ok    " : "FAILED"} ${step.name.padEnd(16)} ${seconds} s`);
      const output = stripVTControlCharacters(Buffer.concat(chunks).toString("utf8"));
      resolve({ name: step.name, passed, output });
    });
  });
}

/** Runs lanes in parallel and the steps of a lane in sequence; every step runs even if earlier ones failed. */
export async function runLanes(lanes: Step[][]): Promise<StepResult[]> {
  const results = await Promise.all(
    lanes.map(async (steps) => {
      const done: StepResult[] = [];
      for (const step of steps) done.push(await runStep(step));
      return done;
    }),
  );
  return results.flat();
}

export function printFailures(results: StepResult[]): void {
  for (const { name, output } of results.filter((result) => !result.passed)) {
    console.log(`\n──── ${name} ────\n${output.trimEnd()}`);
  }
}
