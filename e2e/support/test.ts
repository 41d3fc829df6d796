import { test as base } from "@playwright/test";
import { sandboxClient } from "./sandbox-client.ts";
import { startSystem } from "./start-system.ts";
import { system } from "./system.ts";

/** Time for a system to start with the demo story in it, in ms. */
const START_MS = 180_000;

/** After so long the messages of a journey do not make one list with those of the next. */
const LISTED_TOGETHER_SECONDS = 11 * 60;

/** Journeys of one worker share a system, which starts with its first one. */
export const test = base.extend<{ clock: void }, { system: void }>({
  clock: [
    async ({ browserName: _browserName }, use) => {
      await sandboxClient(system().sandbox).clock({ advanceSeconds: LISTED_TOGETHER_SECONDS });
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
