import { dayNumber } from "@stsphera/schedule";
import { expect, test } from "vitest";
import type { BoardRow } from "../board/layout.ts";
import { scheduleWords } from "../schedule-words.ts";
import { rowTextsOf, shortPeriod } from "./row-texts.ts";

const { ru } = scheduleWords;
const TODAY = "2026-09-08";
const texts = rowTextsOf([{ id: 18, fullName: "Николай Жилин" }], TODAY, ru);
const row = (more: Partial<BoardRow>): BoardRow =>
  ({
    ownerId: 18,
    duration: 36,
    start: "2026-08-24",
    finish: "2026-10-03",
    float: 4,
    critical: false,
    summary: false,
    standing: null,
    ...more,
  }) as BoardRow;

test("a period is said shortly, with a year that is not this one", () => {
  expect(shortPeriod("2026-08-24", "2026-10-03", TODAY, ru)).toBe("24 авг – 3 окт");
  expect(shortPeriod("2026-12-30", "2027-01-11", TODAY, ru)).toBe("30 дек – 11 янв 2027");
  expect(shortPeriod("2026-08-24", "2026-08-24", TODAY, ru)).toBe("24 авг");
  expect(shortPeriod(null, "2026-08-24", TODAY, ru)).toBeNull();
});

test("a row says its dates, days and owner, and whether it decides the end", () => {
  expect(texts.facts(row({}))).toBe("24 авг – 3 окт · 36 дн. · Жилин");
  expect(texts.facts(row({ critical: true }))).toBe("24 авг – 3 окт · 36 дн. · Жилин · критическая");
  expect(texts.facts(row({ ownerId: null, duration: 0 }))).toBe("24 авг – 3 окт · веха · никто не отвечает");
  expect(texts.facts(row({ summary: true }))).toBe("24 авг – 3 окт");
  expect(texts.facts(row({ start: null, finish: null, float: -2 }))).toBe(
    "без дат · 36 дн. · Жилин · не успевает на 2 дн.",
  );
});

test("a row of the version in force says how far it is and how late to its base", () => {
  const standing = { base: null, done: 24.4, late: 3, baseLate: 15 };
  expect(texts.facts(row({ standing }))).toBe("24 авг – 3 окт · 36 дн. · Жилин · 24 % · +15 дн. к базе");
  expect(texts.facts(row({ standing: { ...standing, done: 0, baseLate: -2 } }))).toBe(
    "24 авг – 3 окт · 36 дн. · Жилин",
  );
});

test("columns say one thing each; a month has its year where it is another", () => {
  expect(texts.cell(row({ duration: 0 }), "days")).toBe("веха");
  expect(texts.cell(row({ ownerId: 5 }), "owner")).toBe("—");
  expect(texts.cell(row({}), "float")).toBe("резерв 4 дн.");
  expect(texts.month(dayNumber("2026-09-01"), false)).toBe("сентябрь");
  expect(texts.month(dayNumber("2027-01-01"), false)).toBe("январь 2027");
});
