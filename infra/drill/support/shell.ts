import { spawn } from "node:child_process";
import { join } from "node:path";

export type Ended = { code: number; output: string; seconds: number };

/** Runs a script of the drill to its end, whatever that is. */
export function run(script: string, args: readonly string[], input = ""): Promise<Ended> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(join(import.meta.dirname, "..", script), args, { stdio: "pipe" });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
    }
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code: code ?? 1, output, seconds: Math.round((performance.now() - began) / 100) / 10 });
    });
    child.stdin.end(input);
  });
}

/** Runs a script that must succeed; its output without the last line break. */
export async function succeed(script: string, args: readonly string[], input = ""): Promise<string> {
  const { code, output } = await run(script, args, input);
  if (code !== 0) throw new Error(`${script} ${args.join(" ")} ended with ${code}:\n${output.slice(-2000)}`);
  return output.trimEnd();
}

/** A command on the production machine of the drill, as root. */
export const onHost = (...command: string[]) => succeed("engine", ["in", "host", ...command]);

/** What CI sends by SSH. */
export const push = (command: string) => run("push", [command]);
