import { expect, test } from "vitest";
import { settledTags } from "./settled-tags.ts";

test("what was read is closed; what waits, lists and trials stay", () => {
  expect(settledTags(["n1", "n2", "f3", "trial", ""], [2], true)).toEqual(["n1"]);
  expect(settledTags(["n1"], [], true)).toEqual(["n1"]);
});

test("of a list that goes on only what it reaches is judged", () => {
  expect(settledTags(["n1", "n6"], [5, 9], false)).toEqual(["n6"]);
});
