import type { DefectCard } from "@stsphera/contracts";
import { expect, test } from "vitest";
import { defectTelegramCard } from "./defect-card.ts";

const view = {
  locale: "ru",
  publicUrl: "https://sts.example",
  today: "2026-12-08",
  readerId: 1,
  timeZone: "Europe/Moscow",
  now: new Date("2026-12-08T06:00:00Z"),
} as const;
const BELOV = { id: 11, fullName: "Сергей Белов" };
const defect: DefectCard = {
  id: 3,
  objectId: 1,
  objectName: "СПК Блок Б",
  number: 3,
  title: "Крышка поцарапана",
  severity: "minor",
  status: "in_work",
  facadeId: 2,
  facade: "Запад",
  floorId: 6,
  floor: "6",
  axes: null,
  dueOn: null,
  overdue: false,
  ageDays: 1,
  responsible: BELOV,
  createdAt: "2026-12-07T06:00:00.000Z",
  version: 1,
  reporter: { id: 13, fullName: "Анна Климова" },
  workType: null,
  crew: null,
  origin: "installation",
  before: [],
  after: [],
  moves: [],
  can: { actions: ["reassign", "fix", "dispute"], undoUntil: null },
};
const textOf = (card: DefectCard) => defectTelegramCard.draw(card, view).text;

test("an observer, who is shown nobody, does not read that nobody fixes it", () => {
  expect(textOf(defect)).toContain("Ответственный  Белов");
  expect(textOf({ ...defect, responsible: null, status: "open" })).toContain("Ответственный  не назначен");
  expect(textOf({ ...defect, responsible: null, reporter: null })).not.toContain("Ответственный");
});

test("what whoever fixes it came to do stands first", () => {
  const { buttons } = defectTelegramCard.draw(defect, view);
  expect(buttons.flat().map(({ text }) => text)).toEqual(["Устранено", "Назначить другого", "Оспорить"]);
});
