import type { GprRow } from "@stsphera/contracts";
import { expect, test } from "vitest";
import {
  changedFields,
  contentWith,
  editsOf,
  type GprLink,
  isEmpty,
  NO_DRAFT,
  withField,
} from "./row-draft.ts";

const row: GprRow = {
  key: "a",
  number: 97,
  parent: null,
  name: "Монтаж модулей",
  department: "construction",
  ownerId: 12,
  quantity: "288",
  unit: "шт",
  work: null,
  facadeId: null,
  duration: 36,
  constraint: { kind: "not_earlier", edge: "start", day: "2026-08-24" },
  version: 3,
  start: "2026-08-24",
  finish: "2026-10-03",
  float: 0,
  critical: true,
};
const link = (from: string, more: Partial<GprLink> = {}): GprLink => ({
  from,
  to: "a",
  type: "FS",
  lag: 0,
  unit: "work",
  ...more,
});

test("what is typed back to what it was is no change", () => {
  const draft = withField(NO_DRAFT, row, { duration: 34, ownerId: 18 });
  expect(draft.fields).toEqual({ duration: 34, ownerId: 18 });
  const back = withField(draft, row, { duration: 36 });
  expect(back.fields).toEqual({ ownerId: 18 });
  expect(isEmpty(withField(back, row, { ownerId: 12 }))).toBe(true);
  expect(withField(NO_DRAFT, row, { constraint: null }).fields).toEqual({ constraint: null });
});

test("an edit names what changed and the version that was seen, nothing else", () => {
  expect(editsOf(row, withField(NO_DRAFT, row, { duration: 34 }), [])).toEqual([
    { do: "set", rows: [{ key: "a", version: 3 }], fields: { duration: 34 } },
  ]);
  expect(editsOf(row, NO_DRAFT, [link("b")])).toEqual([]);
});

test("links are taken away, changed and added, those that stay are left", () => {
  const incoming = [link("b"), link("c", { lag: 2 }), link("d", { type: "SS" })];
  const after = [link("b"), link("c", { lag: 5 }), link("d"), link("e")];
  expect(editsOf(row, { ...NO_DRAFT, after }, incoming)).toEqual([
    { do: "unlink", from: "d", to: "a", type: "SS" },
    { do: "link", ...link("c", { lag: 5 }) },
    { do: "link", ...link("d") },
    { do: "link", ...link("e") },
  ]);
});

test("what others changed is told by field; versions and dates alone are no change", () => {
  expect(changedFields(row, { ...row, version: 9, start: "2026-08-25", float: 3 })).toEqual([]);
  expect(changedFields(row, { ...row, duration: 40, name: "Монтаж" })).toEqual(["name", "duration"]);
});

test("a draft of a row leaves the other rows and their links", () => {
  const other = { ...row, key: "b" };
  const links = [link("b"), { ...link("a"), to: "b" }];
  const draft = { fields: { duration: 3 }, after: [] };
  const { rows, links: left } = contentWith({ rows: [row, other], links }, "a", draft);
  expect(rows.map(({ duration }) => duration)).toEqual([3, 36]);
  expect(left).toEqual([links[1]]);
});
