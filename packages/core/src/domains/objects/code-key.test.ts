import { expect, test } from "vitest";
import { codeKey } from "./code-key.ts";

test.each([
  ["−1", "-1"],
  ["–1", "-1"],
  ["Тех", "тех"],
  ["тех  1", "тех\u00a01"],
  ["1\u200b", "1"],
  ["1\u202e", "1"],
  ["Ю\u0438\u0306", "юй"],
])("%j equals %j", (one, other) => {
  expect(codeKey(one)).toBe(codeKey(other));
});

test.each([
  ["-1", "1"],
  ["1", "11"],
  ["1 1", "11"],
  ["Ю", "Ю-З"],
])("%j differs from %j", (one, other) => {
  expect(codeKey(one)).not.toBe(codeKey(other));
});
