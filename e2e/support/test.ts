import { test as base } from "@playwright/test";
import { startSystem } from "./start-system.ts";

/** Seconds in which a system of its own starts, with the demo story in it. */
const START_MS = 180_000;

/** Journeys of one worker share a system, which starts with its first one. */
export const test = base.extend<object, { system: void }>({
  system: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const stop = await startSystem();
      await use();
      await stop();
    },
    { scope: "worker", auto: true, timeout: START_MS },
  ],
});
