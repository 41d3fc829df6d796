import { expect, test } from "vitest";
import { confirmable, deviatingCells, isOffPlan } from "./off-plan.ts";

test.each([
  ["11.5", "10", false],
  ["11.501", "10", true],
  ["8.5", "10", false],
  ["8.499", "10", true],
  ["5", "0", false],
  ["5", null, false],
])("%s against a plan of %s: %s", (quantity, plan, off) => {
  expect(isOffPlan(quantity, plan)).toBe(off);
});

test("entries of a cell are compared with the plan as a sum, against the plan of the first", () => {
  const entry = (id: number, floorVolumeId: number, quantity: string, planQty: string | null) => ({
    id,
    floorVolumeId,
    quantity,
    planQty,
  });
  const together = [entry(2, 1, "6.1", "6.5"), entry(1, 1, "12.5", "18.6")];
  expect([...deviatingCells([...together, entry(3, 2, "4", "12"), entry(4, 3, "9", null)])]).toEqual([2]);
});

test("one press takes what may be confirmed and keeps to the plan", () => {
  const of = (id: number, quantity: string, confirm: boolean, status = "submitted") => ({
    id,
    floorVolumeId: id,
    quantity,
    planQty: "4",
    kind: "work",
    status,
    can: { confirm },
  });
  const day = [of(1, "4", true), of(2, "1", true), of(3, "4", false), of(4, "4", true, "parked")];
  expect(confirmable(day)).toEqual({ usual: 1, off: 1 });
});
