import { expect, test } from "vitest";
import { codeFor } from "./facade-code.ts";

test("a facade is called by its name; a long one is shortened, an equal one numbered", () => {
  const codes: string[] = [];
  for (const name of [
    "Юг",
    "Секция А",
    "Секция Б",
    " секция  а ",
    "Северо-восточный фасад",
    "Северо-восточный фасад 2",
    "",
  ])
    codes.push(codeFor(name, codes));
  expect(codes).toEqual([
    "Юг",
    "Секция А",
    "Секция Б",
    "секция а 2",
    "Северо-восточный фас",
    "Северо-восточный ф 2",
    "Ф",
  ]);
  expect(codes.every((code) => code.length <= 20)).toBe(true);
});
