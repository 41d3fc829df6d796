import * as fc from "fast-check";
import { expect, test } from "vitest";
import { packDialogue, packEntry, unpackFact } from "./callback-data.ts";

test("what is packed is unpacked", () => {
  expect(unpackFact(packDialogue("3f9", "line", 2_147_483_647))).toEqual({
    kind: "dialogue",
    dialogueId: "3f9",
    action: "line",
    argument: "2147483647",
  });
  expect(unpackFact(packDialogue("3f9", "day", "2026-09-10"))).toMatchObject({
    action: "day",
    argument: "2026-09-10",
  });
  expect(unpackFact(packEntry(12, "because", "weather_wind"))).toEqual({
    kind: "entry",
    factId: 12,
    action: "because",
    argument: "weather_wind",
  });
  expect(unpackFact(packEntry(12, "undo"))).toMatchObject({ factId: 12, action: "undo", argument: "" });
});

test("the longest data stays within 64 bytes", () => {
  const longest = packDialogue("zzzzzzzzzzzzz", "reason", "weather_temp");
  expect(Buffer.byteLength(longest)).toBeLessThanOrEqual(64);
});

test("a missing or a foreign argument is a mistake of the program", () => {
  expect(() => packDialogue("a", "line")).toThrow(RangeError);
  expect(() => packDialogue("a", "save", 1)).toThrow(RangeError);
  expect(() => packEntry(1, "because", "nonsense")).toThrow(RangeError);
});

test.each([
  "f1:a:line",
  "f1:a:line:x",
  "f1:a:save:1",
  "f2:a:save",
  "f1::save",
  "e1:undo:0",
  "e1:undo:1:2",
  "f1:a:constructor",
  "",
])("%j was never made by a card", (data) => {
  expect(unpackFact(data)).toBeNull();
});

test("nothing that comes from outside breaks it", () => {
  fc.assert(fc.property(fc.string(), (data) => void unpackFact(data)));
});
