import { expect, test } from "vitest";
import { mostInWindow, overBucket } from "./windows.ts";

test("a window holds what came within it, without what came exactly one window before", () => {
  expect(mostInWindow([], 1000)).toBe(0);
  expect(mostInWindow([0, 10, 999], 1000)).toBe(3);
  expect(mostInWindow([0, 1000, 1999], 1000)).toBe(2);
});

test("a bucket is full at first and counts what finds it empty", () => {
  expect(overBucket([0, 0, 0], 3, 1000)).toBe(0);
  expect(overBucket([0, 0, 0, 500], 3, 1000)).toBe(1);
  expect(overBucket([0, 0, 0, 1000, 2000], 3, 1000)).toBe(0);
});
