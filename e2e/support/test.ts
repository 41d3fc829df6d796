import { test as base } from "@playwright/test";
import { startSystem } from "./start-system.ts";

/** Time for a system to start with the demo story in it, in ms. */
const START_MS = 180_000;

/**
 * Journeys of one worker share a system, which starts with its first one. Those of another `clock` have a system of
 * their own: they move its days.
 */
export const test = base.extend<object, { clock: string; system: void }>({
  clock: ["shared", { option: true, scope: "worker" }],
  system: [
    async ({ browserName: _browserName, clock: _clock }, use) => {
      const stop = await startSystem();
      await use();
      await stop();
    },
    { scope: "worker", auto: true, timeout: START_MS },
  ],
});
