import type { FactForm } from "@stsphera/contracts";
import { expect, test } from "vitest";
import type { Draft } from "./draft.ts";
import { dropDraft, keepDraft, keptDraft } from "./kept-drafts.ts";
import type { Target } from "./target.ts";

const form = { date: "2026-11-30" } as FactForm;
const target = { known: true, line: { floorVolumeId: 5, today: null } } as Target;
const draft = { text: "7" } as Draft;

test("what was typed is there again for the same line and day alone, until it is saved", () => {
  keepDraft(form, target, draft);
  expect(keptDraft(form, target)).toBe(draft);
  expect(keptDraft({ ...form, date: "2026-12-01" }, target)).toBeUndefined();
  dropDraft(form, target);
  expect(keptDraft(form, target)).toBeUndefined();
});

test("an entry saved meanwhile ends what was typed before it", () => {
  keepDraft(form, target, draft);
  const entered = { ...target, line: { ...target.line, today: { factId: 9, version: 1 } } } as Target;
  expect(keptDraft(form, entered)).toBeUndefined();
  dropDraft(form, target);
});
