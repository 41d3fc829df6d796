import { choice } from "@stsphera/contracts/forms";
import { expect, test } from "vitest";
import { isAnswered } from "./form-answers.ts";

test("a choice of several is answered by at least one", () => {
  const crews = choice("crews", { from: "crews", many: true });
  expect(isAnswered(crews, [])).toBe(false);
  expect(isAnswered(crews, ["5"])).toBe(true);
  expect(isAnswered({ ...crews, optional: true }, [])).toBe(true);
});

test("a number typed instead of chosen is above zero, within its limit, and whole where it must be", () => {
  const hours = choice("hours", { from: "hours", typed: { most: 24, whole: false } });
  const workers = choice("workers", { from: "workers", typed: { most: 500, whole: true } });
  for (const text of ["0", "25", "четыре", "-2"]) expect(isAnswered(hours, text), text).toBe(false);
  for (const text of ["0,5", "4.5", "24"]) expect(isAnswered(hours, text), text).toBe(true);
  expect(isAnswered(workers, "4,5")).toBe(false);
  expect(isAnswered(workers, "12")).toBe(true);
});
