import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { root } from "../../../scripts/launch/data-folder.ts";
import { until } from "../support/until.ts";

export type Process = { origin: string; stop(): Promise<void> };

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Starts one more process of a service beside the one that the launcher started, and waits until it is ready. */
export async function startAnother(
  service: "bot" | "scheduler",
  environment: NodeJS.ProcessEnv,
): Promise<Process> {
  const port = await freePort();
  const child: ChildProcess = spawn(process.execPath, [`apps/${service}/src/main.ts`], {
    cwd: root,
    env: { ...environment, PORT: String(port) },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const origin = `http://127.0.0.1:${port}`;
  await until(
    `another ${service}`,
    async () => {
      if (child.exitCode !== null) throw new Error(`the ${service} ended with ${child.exitCode}`);
      const answer = await fetch(`${origin}/readyz`).catch(() => null);
      return answer?.ok === true ? true : undefined;
    },
    { seconds: 120, everyMs: 250 },
  );
  return {
    origin,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
