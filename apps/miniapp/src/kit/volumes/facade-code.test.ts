import { expect, test } from "vitest";
import { codeFor } from "./facade-code.ts";

test("facades get the shortest codes that differ", () => {
  const codes: string[] = [];
  for (const name of ["Юг", "Юго-восток", "Восток", "восток", "2-я ось", "!"])
    codes.push(codeFor(name, codes));
  expect(codes).toEqual(["Ю", "Юг", "В", "Во", "2", "Ф"]);
});
