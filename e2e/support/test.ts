import { test as base } from "@playwright/test";
import { advance } from "./clock.ts";
import { startSystem } from "./start-system.ts";

/** Time for a system to start with the demo story in it, in ms. */
const START_MS = 180_000;

/** After so long the messages of a journey do not make one list with those of the next. */
const LISTED_TOGETHER_SECONDS = 11 * 60;

/**
 * Journeys of one worker share a system, which starts with its first one. One that moves the clock on by
 * days names a `calendar` of its own, and has a system to itself.
 */
export const test = base.extend<{ clock: void }, { calendar: string; system: void }>({
  calendar: ["the day of the story", { scope: "worker", option: true }],
  clock: [
    async ({ browserName: _browserName }, use) => {
      await advance(LISTED_TOGETHER_SECONDS);
      await use();
    },
    { auto: true },
  ],
  system: [
    async ({ browserName: _browserName, calendar: _calendar }, use) => {
      const stop = await startSystem();
      await use();
      await stop();
    },
    { scope: "worker", auto: true, timeout: START_MS },
  ],
});
