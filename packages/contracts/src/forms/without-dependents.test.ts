import { expect, test } from "vitest";
import { newDefectForms } from "../defects/forms.ts";
import { withoutDependents } from "./index.ts";

const answers = { facadeId: "7", floorId: "21", workTypeId: "4" };

test("a new answer clears those whose values depended on the former one, and no other", () => {
  const form = newDefectForms.create;
  expect(withoutDependents(form, "facadeId", answers)).toEqual({ facadeId: "7", floorId: "21" });
  expect(withoutDependents(form, "floorId", answers)).toBe(answers);
});
