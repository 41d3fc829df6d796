import { expect, test } from "vitest";
import { pauseAfter } from "./restart-pause.ts";

test("a service that fails at each start waits longer each time, up to 10 s", () => {
  const pauses: number[] = [];
  for (let at = 0; at < 8; at += 1) pauses.push(pauseAfter(pauses.at(-1), 300));
  expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000]);
});

test("a service that had worked for a while is restarted at once, however often it was killed before", () => {
  expect(pauseAfter(10_000, 6000)).toBe(500);
});
