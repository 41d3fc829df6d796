import { expect, test } from "vitest";
import { fieldChanges, MONEY_FIELDS } from "./field-changes.ts";

test("only differing fields are named, regardless of the order of nested keys", () => {
  const before = { name: "А", team: [{ userId: 1, roles: ["pto"] }], city: "Москва" };
  const after = { name: "Б", team: [{ roles: ["pto"], userId: 1 }], city: "Москва" };
  expect(fieldChanges(before, after)).toEqual([{ field: "name", before: "А", after: "Б" }]);
});

test("a new thing has no old values, a deleted one no new values", () => {
  expect(fieldChanges(null, { code: "Ю" })).toEqual([{ field: "code", before: null, after: "Ю" }]);
  expect(fieldChanges({ code: "Ю" }, null)).toEqual([{ field: "code", before: "Ю", after: null }]);
});

test("amounts are shown only to users who may see money", () => {
  const after = { budget: "100", approvalLimit: "5", price: "84000", name: "А" };
  expect(fieldChanges(null, after, MONEY_FIELDS).map(({ field }) => field)).toEqual(["name"]);
  expect(fieldChanges(null, after)).toHaveLength(4);
});
