import { expect } from "@playwright/test";
import { PEOPLE, sandboxClient } from "./sandbox-client.ts";
import { system } from "./system.ts";

const AS_JSON = { method: "POST", headers: { "content-type": "application/json" } };
const DAY_MS = 86_400_000;
/** Moscow is three hours ahead all year. */
const MOSCOW_MS = 3 * 3_600_000;

/** Moves the clock on, and waits until the API has it: it would refuse a launch from ahead of its own time. */
export async function advance(advanceSeconds: number): Promise<void> {
  const { sandbox, front } = system();
  const telegram = sandboxClient(sandbox);
  await telegram.clock({ advanceSeconds });
  const launch = { initData: await telegram.initData(PEOPLE.director) };
  const signIn = () => fetch(`${front}/api/auth/telegram`, { ...AS_JSON, body: JSON.stringify(launch) });
  await expect.poll(async () => (await signIn()).ok, { timeout: 30_000 }).toBe(true);
}

/** The time on the clock of the system. */
export async function systemTime(): Promise<Date> {
  const { now } = await sandboxClient(system().sandbox).clock({ advanceSeconds: 0 });
  return new Date(now);
}

/** The day in Moscow, so many days from the one on the clock. */
export async function moscowDay(ahead = 0): Promise<string> {
  const now = await systemTime();
  return new Date(now.getTime() + MOSCOW_MS + ahead * DAY_MS).toISOString().slice(0, 10);
}

/** Moves the clock on to a time of a day in Moscow. */
export async function clockTo(day: string, time: string): Promise<void> {
  const seconds = (Date.parse(`${day}T${time}:00+03:00`) - (await systemTime()).getTime()) / 1_000;
  if (seconds < 0) throw new Error(`${day} ${time} has passed`);
  await advance(Math.ceil(seconds));
}
