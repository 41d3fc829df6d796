import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPacer } from "./create-pacer.ts";

vi.mock("node:timers/promises", () => ({
  setTimeout: (ms: number) => new Promise((resolve) => globalThis.setTimeout(resolve, ms)),
}));
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("senders pass at their times, and apart from one another when they are late together", async () => {
  const pace = createPacer(10);
  const began = performance.now();
  const passed: number[] = [];
  const late: number[] = [];
  const pass = async (afterMs: number) => {
    late.push(await pace(afterMs));
    passed.push(performance.now() - began);
  };
  const all = [pass(0), pass(5), pass(100), pass(100), pass(104)];
  await vi.advanceTimersByTimeAsync(1_000);
  await Promise.all(all);
  expect(passed[0]).toBe(0);
  expect(passed.slice(1).every((at, n) => at - (passed[n] ?? 0) >= 10)).toBe(true);
  expect(passed.at(-1)).toBeLessThan(140);
  expect(late[0]).toBe(0);
  expect(Math.max(...late)).toBeGreaterThan(0);
});
