import * as fc from "fast-check";
import { expect, test } from "vitest";
import { packAdmin, unpackAdmin } from "../features/people/admin/callback-data.ts";
import { packObject, unpackObject } from "./object-data.ts";
import { listData } from "./entity/list-data.ts";
import { packViewAs, unpackViewAs } from "../features/view-as/callback-data.ts";
import { idIn, packStep, pageIn, unpackStep } from "./step-data.ts";

const lists = listData("tl", ["mine", "given"]);

test("packed data is unpacked unchanged", () => {
  expect(unpackStep(packStep("1a2b", "day", "2026-09-24"))).toEqual({
    dialogueId: "1a2b",
    action: "day",
    argument: "2026-09-24",
  });
  expect(unpackObject(packObject({ action: "team", objectId: 7, page: 2 }))).toEqual({
    action: "team",
    objectId: 7,
    page: 2,
  });
  expect(unpackAdmin(packAdmin({ action: "role", userId: 7, version: 2, role: "pto" }))).toEqual({
    action: "role",
    userId: 7,
    version: 2,
    role: "pto",
  });
  expect(unpackViewAs(packViewAs({ action: "object", role: "pto", objectId: 7 }))).toEqual({
    action: "object",
    role: "pto",
    objectId: 7,
  });
  expect(lists.unpack(lists.pack({ list: "given", page: 3 }))).toEqual({ list: "given", page: 3 });
  expect(lists.unpack(lists.pack({ id: 5 }))).toEqual({ id: 5 });
});

test("no list takes the name of what opens a row", () => {
  expect(() => listData("dl", ["mine", "open"])).toThrow("open");
});

test("unknown data is ignored", () => {
  const forged = [
    "d1:",
    "d1:x:Save",
    "d1:x:save:1:2",
    "ob:o:0",
    "ad:s:1:1:king",
    "va:o:king:1",
    "tl:all:0",
    "tl:open:0",
  ];
  const readers = [unpackStep, unpackObject, unpackAdmin, unpackViewAs, lists.unpack];
  for (const data of forged)
    expect({ data, read: readers.map((read) => read(data)) }).toEqual({
      data,
      read: readers.map(() => null),
    });
  expect(() => packStep("1a2b", "save", "a b")).toThrow(RangeError);
});

test("no text makes a parser throw", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const read of [unpackStep, unpackObject, unpackAdmin, unpackViewAs, lists.unpack]) {
        expect(() => read(text)).not.toThrow();
      }
      expect(pageIn(text)).toBeGreaterThanOrEqual(0);
      const id = idIn(text);
      expect(id === null || id > 0).toBe(true);
    }),
  );
});
