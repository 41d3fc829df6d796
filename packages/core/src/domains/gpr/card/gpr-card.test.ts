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
