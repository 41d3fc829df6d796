import { dayButton } from "@stsphera/core/cards/facts";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { packEntry, unpackDay, unpackEntry } from "./callback-data.ts";

test("packed data is unpacked unchanged", () => {
  expect(unpackEntry(packEntry(12, "because", "weather_wind"))).toEqual({
    factId: 12,
    action: "because",
    argument: "weather_wind",
  });
  expect(unpackEntry(packEntry(12, "next", 2_147_483_647))).toMatchObject({ argument: "2147483647" });
  expect(unpackEntry(packEntry(12, "undo"))).toMatchObject({ factId: 12, action: "undo", argument: "" });
});

test("the longest data stays within 64 bytes", () => {
  const longest = packEntry(2_147_483_647, "because", "weather_temp");
  expect(Buffer.byteLength(longest)).toBeLessThanOrEqual(64);
});

test("a missing or superfluous argument throws", () => {
  expect(() => packEntry(1, "next")).toThrow(RangeError);
  expect(() => packEntry(1, "undo", 1)).toThrow(RangeError);
  expect(() => packEntry(1, "because", "nonsense")).toThrow(RangeError);
});

test.each([
  "e1:next:1",
  "e1:next:1:x",
  "e1:undo:1:1",
  "e2:undo:1",
  "e1::1",
  "e1:undo:0",
  "e1:undo:1:2",
  "e1:constructor:1",
  "",
])("%j is not data of any card", (data) => {
  expect(unpackEntry(data)).toBeNull();
});

test("buttons of a day name its object, the day, and until when it can be undone", () => {
  const day = { objectId: 12, date: "2026-11-27" };
  expect(unpackDay(dayButton("confirm", 12, "2026-11-27"))).toEqual({ ...day, action: "confirm" });
  const until = 1_795_000_000_000;
  expect(unpackDay(dayButton("undo", 12, "2026-11-27", String(until)))).toEqual({
    ...day,
    action: "undo",
    until,
  });
});

test.each([
  "fd:confirm:12:2026-11-31",
  "fd:confirm:0:2026-11-27",
  "fd:confirm:2147483648:2026-11-27",
  "fd:confirm:12:2026-11-27:1795000000000",
  "fd:undo:12:2026-11-27",
  "fd:undo:12:2026-11-27:1",
  "fd:steal:12:2026-11-27",
  "",
])("%j is not data about a day", (data) => {
  expect(unpackDay(data)).toBeNull();
});

test("no input from outside makes it throw", () => {
  fc.assert(fc.property(fc.string(), (data) => void [unpackEntry(data), unpackDay(data)]));
});
