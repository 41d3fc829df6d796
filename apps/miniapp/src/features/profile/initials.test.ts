import { expect, test } from "vitest";
import { initialsOf } from "./initials.ts";

test.each([
  ["Сергей Белов", "СБ"],
  [" Игорь  Паншин ", "ИП"],
  ["Vector", "V"],
  ["", ""],
])("«%s» is «%s»", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
