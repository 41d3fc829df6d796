import { joinHtml } from "@stsphera/telegram";
import { expect, test } from "vitest";
import type { DayCard } from "../read-day-card.ts";
import { groupShift } from "./group-day.ts";

const closing = {
  id: 1,
  foremanId: 1,
  foreman: "Сергей Белов",
  by: null,
  byItself: false,
  reopened: false,
  silent: [],
};
const day: DayCard = {
  objectId: 12,
  objectName: "СПК Блок Б",
  date: "2026-09-10",
  today: "2026-09-10",
  entered: 4,
  total: 8,
  by: [{ name: "Сергей Белов" }],
  modules: { fact: "18", plan: "18" },
  brackets: { fact: "17", plan: "0" },
  deviations: [],
  progressPct: "59.6",
  deltaPct: "0.8",
  photos: 7,
  waiting: [],
  closed: true,
  parts: { closed: 1, total: 1, open: [] },
  closings: [{ ...closing, shift: "day" }],
  idle: [],
};
const linesOf = (given: Partial<DayCard>) => {
  const { title, lines } = groupShift({ ...day, ...given }, { locale: "ru", today: "2026-09-10" });
  return [title, ...lines.filter((line) => line !== null).map((line) => joinHtml([line]).html)];
};

test("group.shift: figures in one line, one caption after another; nobody's name", () => {
  expect(linesOf({})).toEqual([
    "📐 СПК Блок Б · 10 сентября",
    "Модули  <b>18</b> при плане 18 · кронштейны  <b>17</b>",
    "▓▓▓▓▓▓░░░░ 60%",
  ]);
  expect(linesOf({ modules: null })[1]).toBe("Кронштейны  <b>17</b>");
});

test("of several parts it says how many are closed, and that the night is", () => {
  const parts = { closed: 1, total: 2, open: ["Антон Жилин"] };
  expect(linesOf({ closed: false, parts })[2]).toBe("Смена  закрыто частей 1 из 2");
  expect(linesOf({ parts: { closed: 2, total: 2, open: [] } })[2]).toBe("Смена  закрыта");
  const night = [{ ...closing, shift: "night" as const }];
  expect(linesOf({ closed: false, parts: { ...parts, closed: 0 }, closings: night })[2]).toBe(
    "Ночь  закрыта",
  );
});
