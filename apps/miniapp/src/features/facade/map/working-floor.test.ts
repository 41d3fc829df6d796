import type { FacadeMap } from "@stsphera/contracts";
import { expect, test } from "vitest";
import { workingFloor } from "./working-floor.ts";

const FLOORS = [1, 2, 3, 4].map((id) => ({ id, code: String(id) }));
const floor = (id: number, pct: string, week = "0") => ({
  id,
  code: String(id),
  floorVolumeId: id,
  plan: "10",
  fact: "0",
  accepted: "0",
  defects: 0,
  pct,
  week,
  remaining: Number(pct) >= 100 ? "0" : "5",
});
const facade = (id: number, floors: ReturnType<typeof floor>[]) => ({
  id,
  code: String(id),
  name: String(id),
  pct: "0",
  remaining: "0",
  week: "0",
  floors,
});
const mapOf = (...facades: ReturnType<typeof facade>[]): FacadeMap => ({
  today: "2026-09-08",
  work: "all",
  unit: null,
  works: [],
  floors: FLOORS,
  facades,
});

test("the highest floor worked on within a week", () => {
  const south = facade(1, [floor(1, "100", "3"), floor(2, "50", "2"), floor(3, "20")]);
  const west = facade(2, [floor(1, "10", "1")]);
  expect(workingFloor(mapOf(south, west), null)).toBe(2);
  expect(workingFloor(mapOf(south, west), 2)).toBe(1);
});

test("in a quiet week the highest begun floor", () => {
  expect(workingFloor(mapOf(facade(1, [floor(1, "100"), floor(2, "50"), floor(3, "0")])), null)).toBe(2);
});

test("between two floors the next one, on a finished facade its top", () => {
  expect(workingFloor(mapOf(facade(1, [floor(1, "100"), floor(2, "0"), floor(3, "0")])), null)).toBe(2);
  expect(workingFloor(mapOf(facade(1, [floor(1, "100"), floor(2, "100")])), null)).toBe(2);
});

test("without any work there is none", () => {
  expect(workingFloor(mapOf(facade(1, [])), null)).toBeNull();
});
