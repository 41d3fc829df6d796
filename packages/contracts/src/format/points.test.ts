import { expect, test } from "vitest";
import { formatPoints } from "./points.ts";

test.each([
  ["0.8", "+0,8"],
  ["-18", "−18,0"],
  ["0", "0,0"],
  ["-14.1", "−14,1"],
])("%s points are «%s»", (points, text) => {
  expect(formatPoints(points, "ru")).toBe(text);
});
