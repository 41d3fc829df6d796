import type { GprCard } from "@stsphera/contracts";
import { expect, test } from "vitest";
import { gprCard, gprRow } from "./gpr-card.ts";

const view = {
  locale: "ru",
  publicUrl: "https://sts.example",
  today: "2026-12-01",
  readerId: 1,
  timeZone: "Europe/Moscow",
  now: new Date("2026-12-01T06:00:00Z"),
} as const;
const MINE = { rows: 3, from: "2026-12-04", to: "2026-12-25" };
const gpr: GprCard = {
  id: 3,
  objectId: 2,
  objectName: "НВФ Школа",
  title: "ГПР, версия 1",
  number: 1,
  status: "pending_signatures",
  signed: 0,
  signers: 5,
  sentAt: "2026-11-26T14:00:00.000Z",
  activatedAt: null,
  version: 2,
  startOn: "2026-12-02",
  finishOn: "2027-10-20",
  hash: null,
  rows: 129,
  mine: MINE,
  departments: [{ ...MINE, department: "supply" }],
  signatures: [],
  changes: null,
  shift: null,
  moves: [],
  can: { actions: [], edit: false },
};

test("the days of the schedule are a period, none of them a deadline", () => {
  const { text } = gprCard.draw(gpr, view);
  expect(text).toContain("Период  2 декабря 2026 – 20 октября 2027");
  expect(text).toContain("Ваши строки  4 декабря – 25 декабря");
  expect(text).toContain("Снабжение  3 · 4 декабря – 25 декабря");
  const draft = { ...gpr, status: "draft", finishOn: null } as const;
  expect(gprCard.draw(draft, view).text).toContain("Период  с 2 декабря");
});

test("a version in a list names its object once", () => {
  const named = { ...gpr, title: gpr.objectName };
  expect(gprRow(named, view).html).toBe("<b>НВФ Школа</b>\nверсия 1 · На подписании · 0 из 5");
  expect(gprRow(named, { locale: "en" }).html).toMatch(/\nversion 1 · /u);
});

const SHIFT = {
  id: 7,
  version: 1,
  by: { id: 4, fullName: "Максим Дёмин" },
  at: "2026-11-30T14:00:00.000Z",
  reason: "Модули придут 11 декабря",
  finish: { before: "2027-10-20", after: "2027-10-27", workdays: 5 },
  rows: [
    {
      number: 97,
      name: "Монтаж модулей",
      before: { start: "2026-12-04", finish: "2026-12-11" },
      after: { start: "2026-12-11", finish: "2026-12-18" },
    },
  ],
  moved: 3,
};
const shifted = {
  kind: "shifted",
  reason: SHIFT.reason,
  moved: 12,
  finish: "2027-10-27",
  days: 5,
} as const;

test("a shift tells an owner of their rows and asks for an answer; others of the whole", () => {
  const active: GprCard = { ...gpr, status: "active", can: { actions: ["agree", "object"], edit: false } };
  const own = gprCard.draw({ ...active, shift: SHIFT }, { ...view, news: shifted });
  expect(own.text).toContain("⚠️ Прогноз ГПР сдвинут · НВФ Школа");
  expect(own.text).toContain("Причина  Модули придут 11 декабря");
  expect(own.text).toContain("Ваша строка  97 Монтаж модулей: с 4 декабря → 11 декабря – 18 декабря");
  expect(own.text).toContain("и ещё 2 строки");
  expect(own.text).toContain("Конец объекта  27 октября 2027, на 5 раб. дней позже");
  expect(own.buttons.flat().map(({ text }) => text)).toEqual(["Согласовать сдвиг", "Возразить", "Открыть"]);
  expect(own.buttons.flat()[0]).toMatchObject({ data: "g:agree:3:7:1" });
  const others = gprCard.draw({ ...active, can: { actions: [], edit: false } }, { ...view, news: shifted });
  expect(others.text).toContain("Сдвинуто строк  12");
  expect(others.buttons.flat().map(({ text }) => text)).toEqual(["Открыть"]);
  const same = gprCard.draw(gpr, { ...view, news: { ...shifted, days: 0 } });
  expect(same.text).toContain("Конец объекта  без изменений");
});

test("an answer tells who and why", () => {
  const news = { kind: "answered", agreed: false, owner: "Сергей Белов", text: "Ветер" } as const;
  const { text } = gprCard.draw({ ...gpr, status: "active" }, { ...view, news });
  expect(text).toContain("💬 Ответ на сдвиг ГПР · НВФ Школа");
  expect(text).toContain("Белов: возражение");
  expect(text).toContain("Слова  Ветер");
});
