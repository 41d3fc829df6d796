import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPacer } from "./create-pacer.ts";

const timer = vi.hoisted(() => ({ lateMs: 0 }));

vi.mock("node:timers/promises", () => ({
  setTimeout: (ms: number) => new Promise((resolve) => globalThis.setTimeout(resolve, ms + timer.lateMs)),
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

/** The times at which so many senders pass that ask at once. */
async function passAtOnce(pace: (afterMs: number) => Promise<number>, senders: number): Promise<number[]> {
  const passed: number[] = [];
  const all = Array.from({ length: senders }, () => pace(0).then(() => passed.push(performance.now())));
  await vi.advanceTimersByTimeAsync(2_000);
  await Promise.all(all);
  return passed;
}

test("what each timer is late is made up", async () => {
  timer.lateMs = 3;
  const passed = await passAtOnce(createPacer(10), 50);
  timer.lateMs = 0;
  expect((passed.at(-1) ?? 0) - (passed[0] ?? 0)).toBeLessThanOrEqual(49 * 10 + 5);
  expect((passed.at(-1) ?? 0) - (passed[0] ?? 0)).toBeGreaterThanOrEqual(49 * 10 - 5);
});

test("what the process stood still is not made up", async () => {
  const pace = createPacer(10);
  await pace(0);
  await vi.advanceTimersByTimeAsync(500);
  const passed = await passAtOnce(pace, 20);
  expect((passed.at(-1) ?? 0) - (passed[0] ?? 0)).toBeGreaterThanOrEqual(19 * 10 - 5);
  expect(passed.slice(1).every((at, n) => at - (passed[n] ?? 0) >= 5)).toBe(true);
});
