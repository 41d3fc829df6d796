import { identify } from "../../../scripts/launch/process-identity.ts";
import { until } from "../../reliability/support/until.ts";
import { ending, run, type Runner } from "./run.ts";

export type Started = {
  readySeconds: number;
  checks: Record<string, boolean>;
  stopSeconds: number;
  exitCode: number;
};

const READY = /STSphera is ready in ([\d.]+) s/;

async function answers(url: string, expected: RegExp): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
  return response.ok && expected.test(await response.text());
}

/**
 * Runs `npm start`, checks that it serves, and stops it by Ctrl-C. Throws with the last output when it does not come
 * up.
 */
export async function startOnce(runner: Runner, portBase: number, seconds: number): Promise<Started> {
  const began = performance.now();
  const running = run(
    ["npm", "start"],
    { ...runner, env: { ...runner.env, PORT_BASE: String(portBase) } },
    seconds,
  );
  const ready = () => READY.test(running.output());
  try {
    await until(
      "npm start is ready",
      async () => (ready() || identify(running.pid) === undefined ? true : undefined),
      { seconds, everyMs: 250 },
    );
    if (!ready()) throw new Error(`npm start ended:\n${ending(running.output())}`);
    const readySeconds = Math.round((performance.now() - began) / 1000);
    const at = (port: number) => `http://127.0.0.1:${portBase + port}`;
    const checks = {
      "Mini App": await answers(at(0), /<title>/),
      "api ready": await answers(`${at(1)}/readyz`, /true/),
      "bot ready": await answers(`${at(2)}/readyz`, /true/),
      "scheduler ready": await answers(`${at(3)}/readyz`, /true/),
      "chat page": await answers(`${at(10)}/`, /<html/i),
    };
    const stopping = performance.now();
    running.signal("SIGINT");
    const exitCode = await running.ended;
    return {
      readySeconds,
      checks,
      stopSeconds: Math.round((performance.now() - stopping) / 100) / 10,
      exitCode,
    };
  } finally {
    running.signal("SIGTERM");
    await running.ended;
  }
}
