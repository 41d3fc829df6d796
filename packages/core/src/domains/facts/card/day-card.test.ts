import { toInlineKeyboard } from "@stsphera/telegram";
import { describe, expect, test } from "vitest";
import type { DayDeviation } from "../read-day-card.ts";
import { dayCard, type ReadersDay } from "./day-card.ts";

const ru = { locale: "ru", publicUrl: "https://sts.example", today: "2026-09-10" } as const;
const en = { locale: "en", publicUrl: "https://sts.example", today: "2026-09-10" } as const;
const HAIRLINE = "────────────────";

const deviation = (work: string): DayDeviation => ({
  work,
  facade: "Юг",
  floor: "1",
  fact: "1",
  plan: "2",
  reason: null,
});
const day: ReadersDay = {
  objectId: 12,
  objectName: "СПК Блок Б",
  date: "2026-09-10",
  today: "2026-09-10",
  entered: 4,
  total: 8,
  by: [{ name: "Сергей Белов" }, { name: "Антон Жилин" }],
  modules: { fact: "18", plan: "18" },
  brackets: { fact: "17", plan: "28" },
  deviations: [
    { work: "Монтаж модулей", facade: "Запад", floor: "12", fact: "6", plan: "11", reason: "no_material" },
  ],
  progressPct: "59.6",
  deltaPct: "0.8",
  photos: 7,
  waiting: [],
  toConfirm: 4,
  closed: false,
  parts: { closed: 0, total: 2, open: [] },
  closings: [],
  idle: [],
};

const CLOSING = {
  id: 1,
  shift: "day" as const,
  foremanId: 1,
  foreman: "Сергей Белов",
  by: null,
  byItself: false,
  reopened: false,
};

describe("fact.day_card", () => {
  test("matches the agreed text", () => {
    const { text, buttons } = dayCard.draw(day, ru);
    expect(text).toBe(
      [
        "<b>📐 СПК Блок Б · чт, 10 сентября</b>",
        HAIRLINE,
        "Внесено  4 из 8 · Белов, Жилин",
        "Модули  <b>18</b> при плане 18",
        "Кронштейны  <b>17</b> при плане 28",
        "Отклонения  Модули Запад 12: 6 из 11, нет материала",
        "▓▓▓▓▓▓░░░░ 60% · за смену +0,8",
      ].join("\n"),
    );
    const url = "https://sts.example/?startapp=o12_fact_20260910";
    expect(toInlineKeyboard(buttons)).toEqual({
      inline_keyboard: [
        [
          { text: "Открыть", web_app: { url } },
          { text: "Фото · 7", web_app: { url } },
        ],
        [{ text: "Подтвердить · 4", callback_data: "fd:confirm:12:2026-09-10" }],
      ],
    });
  });

  test("a day of another year is written with it", () => {
    const { text } = dayCard.draw(day, { ...ru, today: "2027-01-09" });
    expect(text).toContain("СПК Блок Б · чт, 10 сентября 2026</b>");
  });

  test("lines without a value are omitted, and without photos and waiting entries there are no buttons", () => {
    const bare = {
      ...day,
      by: [],
      modules: null,
      brackets: null,
      deviations: [],
      progressPct: null,
      photos: 0,
      toConfirm: 0,
    };
    const { text, buttons } = dayCard.draw(bare, ru);
    expect(text).toBe(`<b>📐 СПК Блок Б · чт, 10 сентября</b>\n${HAIRLINE}\nВнесено  4 из 8`);
    expect(buttons.flat().map((button) => button.text)).toEqual(["Открыть"]);
  });

  test("a day without planned lines shows no plan; a loss keeps its own sign", () => {
    const odd = { ...day, total: 0, modules: { fact: "1152.5", plan: "0" }, deltaPct: "-0.25" };
    const { text } = dayCard.draw(odd, ru);
    expect(text).toContain("Внесено  4 · Белов, Жилин\n");
    expect(text).toContain("Модули  <b>1\u202f152,5</b>\n");
    expect(text).toContain("за смену −0,3");
  });

  test("a long list of deviations ends with the number of omitted ones", () => {
    const many = { ...day, deviations: Array.from({ length: 9 }, (_, at) => deviation(`строка ${at}`)) };
    const { text } = dayCard.draw(many, ru);
    expect(text).toContain("строка 6 Юг 1: 1 из 2; и ещё 2\n");
    expect(text).not.toContain("строка 7");
  });

  test("markup characters in names are escaped, and the longest message fits", () => {
    const hostile = {
      ...day,
      objectName: '<b>&"',
      by: [{ name: "<i>" }],
      deviations: Array.from({ length: 7 }, () => deviation('"&<'.repeat(300))),
    };
    const { text } = dayCard.draw(hostile, ru);
    expect(text).toContain("<b>📐 &lt;b&gt;&amp;&quot; · чт");
    expect(text.replace(/<\/?b>/g, "").replace(/&\w+;/g, "&").length).toBeLessThanOrEqual(4096);
  });

  test("idle crews and a closed shift have their lines", () => {
    const idle = [
      { crew: "Виталий Громов", reason: "weather_wind", manHours: "32", party: "force_majeure" },
      { crew: "Пётр Сычёв", reason: "no_material", manHours: "7.5", party: "own_supply" },
      { crew: "Пётр Сычёв", reason: "no_front", manHours: "4", party: "own_supply" },
    ] as const;
    const closings = [{ ...CLOSING, silent: [] }];
    const draw = (more: Partial<ReadersDay>) =>
      dayCard.draw({ ...day, idle: [...idle], closed: true, closings, ...more }, ru).text;
    expect(draw({})).toContain(
      "Простой  Громов: ветер; Сычёв: нет материала; Сычёв: нет фронта · 43,5\u00a0чел.-ч: погода 32, снабжение 11,5\nСмена  закрыта\n",
    );
    const itself = [{ ...CLOSING, byItself: true, silent: [] }];
    expect(draw({ closings: itself })).toContain("Смена  закрыта · Белов (закрылась сама)\n");
    const forHim = [{ ...CLOSING, by: "Максим Дёмин", silent: [] }];
    const one = { closed: false, parts: { closed: 1, total: 2, open: ["Антон Жилин"] } };
    expect(draw({ closings: forHim, ...one })).toContain(
      "Смена  закрыто частей 1 из 2, открыта: Жилин · Белов (закрыто: Дёмин)\n",
    );
  });

  test("a closed part names the reasons of its lines without a fact, and what is still open", () => {
    const silent = [
      { code: "weather_wind" as const, text: null, count: 8 },
      { code: "not_worked" as const, text: null, count: 3 },
    ];
    const closing = { ...CLOSING, silent };
    const draw = (more: Partial<ReadersDay>) =>
      dayCard.draw({ ...day, closings: [closing], ...more }, ru).text;
    const belov = "Белов: без факта 11 — ветер 8, не работали 3";
    expect(draw({ closed: true })).toContain(`Смена  закрыта · ${belov}\n`);
    expect(draw({ parts: { closed: 1, total: 2, open: [] } })).toContain(
      `Смена  закрыто частей 1 из 2 · ${belov}\n`,
    );
    const night = [{ ...closing, shift: "night" as const, foreman: null }];
    expect(draw({ closings: night })).toContain("Ночь  закрыта · без факта 11 — ветер 8, не работали 3\n");
    expect(draw({ closings: [{ ...closing, reopened: true }] })).not.toContain("Смена");
  });

  test("in English", () => {
    const { text } = dayCard.draw(day, en);
    expect(text).toContain("Entered  4 of 8");
    expect(text).toContain("60% · this shift +0.8");
  });
});
