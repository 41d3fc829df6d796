import { spawn } from "node:child_process";
import { signalGroup } from "../../../scripts/launch/process-identity.ts";

/** User and environment of a program; it inherits nothing from the caller. */
export type Runner = { uid?: number; gid?: number; cwd: string; env: Record<string, string> };

export type Running = {
  pid: number;
  output(): string;
  /** Resolves with the exit code once the program and its output have ended; 124 after a timeout. */
  ended: Promise<number>;
  signal(signal: NodeJS.Signals): void;
};

/** Starts a program in its own process group, which is killed at the timeout. */
export function run(command: string[], runner: Runner, seconds: number): Running {
  const [program = "", ...rest] = command;
  const child = spawn(program, rest, { ...runner, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const pieces: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (piece: string) => pieces.push(piece));
  }
  const pid = child.pid ?? 0;
  const endWithUs = () => void (pid > 0 && signalGroup(pid, "SIGKILL"));
  process.once("exit", endWithUs);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    signalGroup(pid, "SIGTERM");
    setTimeout(() => signalGroup(pid, "SIGKILL"), 15_000).unref();
  }, seconds * 1000);
  const ended = new Promise<number>((resolve) => {
    child.once("error", (error) => {
      pieces.push(error.message);
      clearTimeout(timer);
      resolve(127);
    });
    child.once("close", (code) => {
      clearTimeout(timer);
      process.off("exit", endWithUs);
      resolve(late ? 124 : (code ?? 1));
    });
  });
  return {
    pid,
    output: () => pieces.join(""),
    ended,
    signal: (signal) => void (pid > 0 && signalGroup(pid, signal)),
  };
}

/** The last lines of an output, for error reports. */
export const ending = (output: string, lines = 25): string =>
  output.trim().split("\n").slice(-lines).join("\n");
