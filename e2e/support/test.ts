import { expect, test as base } from "@playwright/test";
import { PEOPLE, sandboxClient } from "./sandbox-client.ts";
import { startSystem } from "./start-system.ts";
import { system } from "./system.ts";

const AS_JSON = { method: "POST", headers: { "content-type": "application/json" } };

/** Time for a system to start with the demo story in it, in ms. */
const START_MS = 180_000;

/** After so long the messages of a journey do not make one list with those of the next. */
const LISTED_TOGETHER_SECONDS = 11 * 60;

/** Moves the clock on, and waits until the API has it: it would refuse a launch from ahead of its own time. */
async function advance(advanceSeconds: number): Promise<void> {
  const { sandbox, front } = system();
  const telegram = sandboxClient(sandbox);
  await telegram.clock({ advanceSeconds });
  const launch = { initData: await telegram.initData(PEOPLE.director) };
  const signIn = () => fetch(`${front}/api/auth/telegram`, { ...AS_JSON, body: JSON.stringify(launch) });
  await expect.poll(async () => (await signIn()).ok, { timeout: 30_000 }).toBe(true);
}

/** Journeys of one worker share a system, which starts with its first one. */
export const test = base.extend<{ clock: void }, { system: void }>({
  clock: [
    async ({ browserName: _browserName }, use) => {
      await advance(LISTED_TOGETHER_SECONDS);
      await use();
    },
    { auto: true },
  ],
  system: [
    async ({ browserName: _browserName }, use) => {
      const stop = await startSystem();
      await use();
      await stop();
    },
    { scope: "worker", auto: true, timeout: START_MS },
  ],
});
