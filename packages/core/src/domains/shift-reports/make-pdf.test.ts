import { expect, test } from "vitest";
import { keepTogether } from "./make-pdf.ts";

test.each([
  ["Ахметов — 6, Сычёв — 4.", "Ахметов —\u00a06, Сычёв —\u00a04."],
  ["срок был 21 ноября 2026", "срок был 21\u00a0ноября\u00a02026"],
  ["Лебёдка, ремонт до 12:00", "Лебёдка, ремонт до 12:00"],
  ["Юг, этаж 13 — Запад", "Юг, этаж 13 — Запад"],
])("«%s» keeps its numbers in one line", (line, kept) => {
  expect(keepTogether(line)).toBe(kept);
});
