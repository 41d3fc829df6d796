import { expect, test } from "vitest";
import { floorsIn, readFloors, writeFloors } from "./floor-range.ts";

test("floors are read as people write them", () => {
  expect(readFloors("1–14, тех").codes).toEqual([
    ...Array.from({ length: 14 }, (_, at) => String(at + 1)),
    "тех",
  ]);
  expect(readFloors("-2..1; кровля").codes).toEqual(["-2", "-1", "0", "1", "кровля"]);
  expect(readFloors("−1, 1 - 3").codes).toEqual(["−1", "1", "2", "3"]);
  expect(readFloors(" , ").codes).toEqual([]);
});

test("what cannot be a floor is told, the rest stays", () => {
  expect(readFloors("5–2, 7")).toEqual({ codes: ["7"], problems: [{ part: "5–2", why: "order" }] });
  expect(readFloors("1–3, 2, Тех, тех").problems).toEqual([
    { part: "2", why: "twice" },
    { part: "тех", why: "twice" },
  ]);
  expect(readFloors("1-150, 200-300").problems).toEqual([{ part: "251", why: "many" }]);
});

test("a list is written as it may be typed again", () => {
  for (const text of ["1–14, тех", "-2–3, кровля", "1, 2, 5–7", "тех"]) {
    expect(writeFloors(readFloors(text).codes)).toBe(text);
  }
});

test("a range names floors of the object, and what it names beyond them is told", () => {
  const floors = ["1", "2", "Тех"].map((name) => ({ name }));
  expect(floorsIn("1–3, тех", floors)).toEqual({
    found: [{ name: "1" }, { name: "2" }, { name: "Тех" }],
    unknown: ["3"],
  });
});
