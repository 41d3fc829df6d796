import { expect, test } from "vitest";
import { fitInside } from "./fit-inside.ts";

test("a large picture keeps its proportions, a small one its size", () => {
  expect(fitInside(4000, 3000, 1600)).toEqual({ width: 1600, height: 1200 });
  expect(fitInside(1080, 2400, 1600)).toEqual({ width: 720, height: 1600 });
  expect(fitInside(640, 480, 1600)).toEqual({ width: 640, height: 480 });
  expect(fitInside(9000, 2, 1600)).toEqual({ width: 1600, height: 1 });
});
