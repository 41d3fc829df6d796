import { expect, test } from "vitest";
import { dayIn } from "./day-in.ts";

test("an address may name the day of the entry to mend", () => {
  expect(dayIn("?day=2026-09-09")).toBe("2026-09-09");
});

test("anything else opens today", () => {
  for (const search of ["", "?day=", "?day=yesterday", "?day=2026-13-45", "?days=2026-09-09"]) {
    expect(dayIn(search)).toBeNull();
  }
});
