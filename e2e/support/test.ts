import { test as base } from "@playwright/test";
import { startSystem } from "./start-system.ts";

/** Time for a system to start with the demo story in it, in ms. */
const START_MS = 180_000;

/** Journeys of one worker share a system, which starts with its first one. */
export const test = base.extend<object, { system: void }>({
  system: [
    async ({ browserName: _browserName }, use) => {
      const stop = await startSystem();
      await use();
      await stop();
    },
    { scope: "worker", auto: true, timeout: START_MS },
  ],
});
