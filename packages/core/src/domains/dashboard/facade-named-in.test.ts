import { expect, test } from "vitest";
import { facadeNamedIn } from "./facade-named-in.ts";

const FACADES = [
  { id: 1, code: "Юг", name: "Юг" },
  { id: 2, code: "Восток", name: "Восток" },
  { id: 3, code: "А", name: "Фасад А" },
];

test.each([
  ["Выправить кронштейны Восток 5, оси Д–Е", 2],
  ["Перевесить люльки на ЮГ 12–14", 1],
  ["Вывезти мусор с югозапада", undefined],
  ["Протокол: а где он", undefined],
])("%s", (title, id) => {
  expect(facadeNamedIn(title, FACADES)?.id).toBe(id);
});
