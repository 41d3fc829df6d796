import { expect, test } from "vitest";
import { heldUntil, type RingWishes } from "./held-until.ts";

const usual: RingWishes = {
  timeZone: "Europe/Moscow",
  from: "22:00",
  to: "07:00",
  workday: null,
};
const until = (now: string, wishes: Partial<RingWishes> = {}) =>
  heldUntil(new Date(now), { ...usual, ...wishes })?.toISOString() ?? null;

const SATURDAY_NOON = "2026-09-12T09:00:00Z";
const MONDAY_SEVEN = "2026-09-14T04:00:00.000Z";

test.each([
  ["Friday noon", "2026-09-11T09:00:00Z", null],
  ["Friday night, first until Saturday", "2026-09-11T20:00:00Z", "2026-09-12T04:00:00.000Z"],
  ["Saturday noon", SATURDAY_NOON, MONDAY_SEVEN],
  ["Sunday night", "2026-09-13T20:00:00Z", MONDAY_SEVEN],
  ["Monday seven", "2026-09-14T04:00:00Z", null],
])("nothing rings on a weekend: %s", (_name, now, expected) => expect(until(now)).toBe(expected));

test("the object's calendar decides where it is followed", () => {
  expect(until(SATURDAY_NOON, { workday: "2026-09-12" })).toBeNull();
  expect(until("2026-11-04T09:00:00Z", { workday: "2026-11-05" })).toBe("2026-11-05T04:00:00.000Z");
});

test("without quiet hours a day off ends at midnight", () => {
  expect(until(SATURDAY_NOON, { from: "00:00", to: "00:00" })).toBe("2026-09-13T21:00:00.000Z");
});
