import { expect, test } from "vitest";
import { dayWithYear } from "./deadline.ts";

test("only another year is said", () => {
  expect(dayWithYear("2026-10-17", "2026-09-10", "ru")).toBe("17 октября");
  expect(dayWithYear("2027-03-01", "2026-09-10", "ru")).toBe("1 марта 2027");
});
