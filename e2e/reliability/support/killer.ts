import { setTimeout as sleep } from "node:timers/promises";
import type { ServiceName } from "../../../scripts/launch/services.ts";
import type { Running } from "./running.ts";
import { until } from "./until.ts";

export type Kills = { count: number; inFlight: number };

async function sendsInFlight({ sql }: Running): Promise<number> {
  const [row] = await sql<{ sending: number }[]>`
    select count(*)::int as sending from deliveries where status = 'sending'`;
  return row?.sending ?? 0;
}

/** Waits a little for a message that is about to be sent. */
async function aimAtSend(running: Running): Promise<void> {
  const deadline = performance.now() + 2_000;
  while (performance.now() < deadline && (await sendsInFlight(running)) === 0) await sleep(1);
}

/** Kills a service by SIGKILL and waits until it has a new process. Returns the sends that were in flight. */
async function killOnce(running: Running, name: ServiceName): Promise<number> {
  const { system } = running;
  const pid = await until(`a process of ${name}`, async () => system.pid(name));
  system.kill(name, "SIGKILL");
  const inFlight = await sendsInFlight(running);
  await until(`a new process of ${name}`, async () => {
    const next = system.pid(name);
    return next === undefined || next === pid ? undefined : next;
  });
  return inFlight;
}

/** Whether a service reports that it is ready. */
export async function isReady(running: Running, name: "api" | "bot" | "scheduler"): Promise<boolean> {
  const answer = await fetch(`${running.system.addresses[name]}/readyz`, {
    signal: AbortSignal.timeout(2_000),
  });
  await answer.arrayBuffer();
  return answer.ok;
}

/**
 * Kills a service by SIGKILL several times, each time after it works again and a share of the load is done. `progress`
 * returns that share.
 */
export async function killAlong(
  running: Running,
  name: "api" | "bot" | "scheduler",
  { times, total, progress }: { times: number; total: number; progress: () => number | Promise<number> },
): Promise<Kills> {
  const kills: Kills = { count: 0, inFlight: 0 };
  for (let at = 1; at <= times; at += 1) {
    const due = Math.floor((total * at) / (times + 1));
    await until(
      `${due} of ${total} for kill ${at}`,
      async () => ((await progress()) >= due ? true : undefined),
      {
        seconds: 600,
        everyMs: 10,
      },
    );
    // Every second kill is timed to a send, so that the moments of the kills vary.
    if (at % 2 === 0) await aimAtSend(running);
    else await sleep(Math.random() * 120);
    kills.inFlight += await killOnce(running, name);
    kills.count += 1;
    await until(`${name} ready`, async () => ((await isReady(running, name)) ? true : undefined));
  }
  return kills;
}
