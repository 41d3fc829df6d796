import { expect, test } from "vitest";
import { isPositionOf, openCursor, packCursor } from "./cursor.ts";
import { DomainError } from "./errors.ts";

const LISTING = { list: "things" };

test("a position comes back as it was packed", () => {
  for (const id of [1, -1, 2 ** 31 - 1]) {
    expect(openCursor(packCursor({ value: "а", id }, LISTING), LISTING)).toEqual({ value: "а", id });
  }
});

test.each([2 ** 31, 2 ** 53 - 1, 1e300, 0.5])(
  "the id %d, which no row can have, is a broken cursor",
  (id) => {
    expect(() => openCursor(packCursor({ value: null, id }, LISTING), LISTING)).toThrow(DomainError);
  },
);

test("a number beyond the integers of the database is no value of a sort key", () => {
  expect(isPositionOf("integer", "2147483647")).toBe(true);
  expect(isPositionOf("integer", "2147483648")).toBe(false);
  expect(isPositionOf("integer", "9999999999")).toBe(false);
});
