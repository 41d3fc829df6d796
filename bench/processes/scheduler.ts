import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { until } from "../../e2e/reliability/support/until.ts";

const MAIN = fileURLToPath(new URL("../../apps/scheduler/src/main.ts", import.meta.url));

export type RunningScheduler = { pid: number; stop(): Promise<void> };

/** The scheduler as a program of its own, with all that it starts. Ready when it returns. */
export async function runScheduler(settings: Record<string, string>): Promise<RunningScheduler> {
  const port = await freePort();
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", MAIN], {
    env: { PATH: process.env["PATH"] ?? "", ...settings, HOST: "127.0.0.1", PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit") as Promise<[number | null]>;
  if (child.pid === undefined) throw new Error("the scheduler did not start");
  const ready = until(
    "the scheduler",
    async () => ((await fetch(`http://127.0.0.1:${port}/readyz`)).ok ? true : undefined),
    { seconds: 60 },
  );
  const early = ended.then(([code]) => Promise.reject(new Error(`the scheduler ended with ${code}`)));
  await Promise.race([ready, early]);
  return {
    pid: child.pid,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("there is no free port");
  return address.port;
}
