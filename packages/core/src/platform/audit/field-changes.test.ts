import { expect, test } from "vitest";
import { fieldChanges, MONEY_FIELDS } from "./field-changes.ts";

test("only what differs is named, whatever the order of the keys inside", () => {
  const before = { name: "А", team: [{ userId: 1, roles: ["pto"] }], city: "Москва" };
  const after = { name: "Б", team: [{ roles: ["pto"], userId: 1 }], city: "Москва" };
  expect(fieldChanges(before, after)).toEqual([{ field: "name", before: "А", after: "Б" }]);
});

test("a thing that is new was nothing, and one that is gone is nothing", () => {
  expect(fieldChanges(null, { code: "Ю" })).toEqual([{ field: "code", before: null, after: "Ю" }]);
  expect(fieldChanges({ code: "Ю" }, null)).toEqual([{ field: "code", before: "Ю", after: null }]);
});

test("money is told to those who see money", () => {
  const after = { budget: "100", approvalLimit: "5", name: "А" };
  expect(fieldChanges(null, after, MONEY_FIELDS).map(({ field }) => field)).toEqual(["name"]);
  expect(fieldChanges(null, after)).toHaveLength(3);
});
