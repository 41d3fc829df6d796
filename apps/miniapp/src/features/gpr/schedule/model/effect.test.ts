import type { GprRow } from "@stsphera/contracts";
import { expect, test } from "vitest";
import { dayRuleOf } from "./calendar.ts";
import { effectOf } from "./effect.ts";
import { contentWith, type GprLink } from "./row-draft.ts";

const { workdays } = dayRuleOf([{ workWeek: [1, 2, 3, 4, 5], days: [] }]);
const row = (key: string, duration: number, parent: string | null = null): GprRow => ({
  key,
  number: key.codePointAt(0) ?? 0,
  parent,
  name: key,
  department: "construction",
  ownerId: null,
  quantity: null,
  unit: null,
  work: null,
  facadeId: null,
  duration,
  constraint: null,
  version: 1,
  start: null,
  finish: null,
  float: null,
  critical: false,
});
const link = (from: string, to: string): GprLink => ({ from, to, type: "FS", lag: 0, unit: "work" });
/** a 5 days → b 3 days; c 1 day beside them; all under s. From Monday the 3rd of August. */
const plan = {
  startOn: "2026-08-03",
  rows: [row("s", 0), row("a", 5, "s"), row("b", 3, "s"), row("c", 1, "s")],
  links: [link("a", "b")],
};
const withDraft = (key: string, draft: Parameters<typeof contentWith>[2]) => ({
  startOn: plan.startOn,
  ...contentWith(plan, key, draft),
});

test("a longer row moves what waits for it and the end, by working days", () => {
  const after = withDraft("a", { fields: { duration: 7 }, after: null });
  expect(effectOf(plan, after, "a", workdays)).toEqual({
    kind: "moves",
    moved: ["b"],
    critical: 1,
    own: { start: "2026-08-03", finish: "2026-08-11" },
    finish: { before: "2026-08-12", after: "2026-08-14", workdays: 2 },
  });
});

test("a row beside the critical path moves nothing", () => {
  const after = withDraft("c", { fields: { duration: 4 }, after: null });
  expect(effectOf(plan, after, "c", workdays)).toMatchObject({
    moved: [],
    critical: 0,
    finish: { workdays: 0 },
  });
});

test("a circle is named by its rows", () => {
  const effect = effectOf(plan, withDraft("a", { fields: {}, after: [link("b", "a")] }), "a", workdays);
  expect(effect.kind === "wrong" ? [...effect.cycle].sort() : effect).toEqual(["a", "b"]);
});
