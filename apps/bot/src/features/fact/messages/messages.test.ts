import type { FactForm, FactFormLine } from "@stsphera/contracts";
import { escapeHtml, type RenderedMessage } from "@stsphera/telegram";
import { expect, test } from "vitest";
import { questionOf } from "../../../engine/forms/ask.ts";
import type { AnyForms } from "../../../engine/forms/form-feature.ts";
import { formState } from "../../../engine/forms/form-state.ts";
import type { Turn } from "../../../engine/turn.ts";
import { botTranslator } from "../../../locales/i18n.ts";
import type { Words } from "../../../engine/words.ts";
import type { EntryView } from "../entry-view.ts";
import { factSubject, makeCard } from "../fact-card.ts";
import { factForms } from "../fact-forms.ts";
import { lineCaption } from "./lines.ts";
import { reasonButtons, savedCard, undoneCard } from "./saved.ts";

const words: Words = { t: botTranslator("ru"), locale: "ru", timeZone: "Europe/Moscow" };

const line = (more: Partial<FactFormLine> = {}): FactFormLine => ({
  floorVolumeId: 11,
  workType: { id: 7, code: "МОД", name: "Монтаж модулей", unit: "шт" },
  facade: "Юг",
  floor: "11",
  planTotal: "36",
  done: "22",
  remaining: "14",
  planToday: "12",
  yesterday: { date: "2026-09-09", quantity: "10", workers: 8, crewId: 5 },
  today: null,
  suggestedCrewId: 5,
  requiresPhoto: true,
  gate: null,
  whose: "own",
  ...more,
});

const entered = line({
  floorVolumeId: 10,
  facade: "Запад",
  floor: "10",
  today: {
    quantity: "6",
    factId: 3,
    by: "Николай Жилин",
    at: "2026-09-10T13:50:00.000Z",
    photos: 0,
    version: 1,
  },
});

const form = (more: Partial<FactForm> = {}): FactForm => ({
  object: { id: 1, name: "СПК Блок Б", status: "active", heldSince: null },
  date: "2026-09-10",
  today: "2026-09-10",
  dayEndsAt: "2026-09-11T03:00:00.000Z",
  earliest: "2026-09-02",
  dayOff: false,
  shift: "day",
  shiftHours: "8",
  nights: false,
  lines: [entered, line()],
  others: [],
  othersCount: 0,
  counts: { all: { entered: 1, total: 2 }, mine: null },
  zones: [],
  returned: [],
  noLines: null,
  crews: [{ id: 5, code: "БР-5", name: "Модули-1", lead: "Виталий Громов", size: 8 }],
  ...more,
});

/** The question of a step about these lines, drawn by the engine. */
function question(
  step: string,
  about: { form?: FactForm; line?: FactFormLine; quantity?: string; page?: number; left?: string } = {},
): Promise<RenderedMessage> {
  const { form: day = form(), line: entry = line(), quantity = "10", page = 0, left = null } = about;
  const answers = { floorVolumeId: String(entry.floorVolumeId), quantity, crewId: "5" };
  const subject = factSubject.parse({ objectId: 1, workers: 8, left });
  const state = formState.parse({
    feature: "fact",
    id: "a1",
    form: "enter",
    step,
    subject,
    values: answers,
    page,
  });
  const actor = { timeZone: words.timeZone };
  const person = () => ({ kind: "user", id: 1, role: "admin", status: "active", objectRoles: {} });
  const turn = { t: words.t, locale: "ru", actor, person } as unknown as Turn;
  const lines = [...day.lines.filter(({ floorVolumeId: id }) => id !== entry.floorVolumeId), entry];
  const all = step === "floorVolumeId" ? day : { ...day, lines };
  const card = makeCard([], all, answers.floorVolumeId, "0");
  return questionOf(factForms as unknown as AnyForms, { turn, state, subject, card, answers });
}

/** As in the specification of texts: ordinary spaces, a row of captions after the text. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ").replaceAll("\u202f", " ");
const rows = (message: RenderedMessage): string[] =>
  message.buttons
    .filter((row) => row.length > 0)
    .map((row) => row.map(({ text }) => plain(text)).join(" | "));

test("fact.lines: entered lines come last with a tick", async () => {
  const message = await question("floorVolumeId");
  expect(message.text).toBe(
    "<b>📐 Факт · СПК Блок Б</b>\n────────────────\nчт, 10 сентября · день · внесено 1 из 2",
  );
  expect(rows(message)).toEqual([
    "Модули · Юг 11 · план 12 · ост. 14",
    "✓ Модули · Запад 10 · 6",
    "День: сегодня",
    "Простой | Без объёма",
    "Смена закрыта | Доп. работа",
    "Отмена",
  ]);
});

test("a caption too long for its button drops the remainder, and keeps the name of the work", () => {
  const long = line({ workType: { id: 3, code: "КРН-В", name: "Кронштейны ветровые", unit: "шт" } });
  expect(lineCaption(words, long)).toBe("Кронштейны ветровые · Юг 11 · план\u00a012");
  const metres = line({
    workType: { id: 6, code: "УТП", name: "Утепление", unit: "м²" },
    facade: "Запад",
    remaining: "32.4",
    planToday: "32.4",
  });
  expect(lineCaption(words, metres)).toBe("Утепление · Запад 11 · план\u00a032,4");
  expect(lineCaption(words, line({ planToday: null }))).toBe("Модули · Юг 11 · ост.\u00a014");
});

test("fact.no_lines", async () => {
  const message = await question("floorVolumeId", { form: form({ lines: [], others: [line()] }) });
  expect(message.text).toBe(
    "<b>🔎 На сегодня плана нет</b>\n────────────────\nМожно внести любую работу объекта.",
  );
});

test("«Другая работа» shows seven rows a page", async () => {
  const others = Array.from({ length: 9 }, (_, at) => line({ floorVolumeId: at + 1, floor: String(at + 1) }));
  const page = (at: number) => question("floorVolumeId", { form: form({ others }), page: at });
  expect(rows(await page(0)).at(-5)).toBe("Другая работа");
  expect((await page(1)).text).toBe("<b>📐 Другая работа · СПК Блок Б</b>");
  expect(rows(await page(1))).toHaveLength(9);
  expect(rows(await page(1)).at(-2)).toBe("Ещё");
  expect(rows(await page(2))).toEqual([
    "Модули · Юг 8 · план 12 · ост. 14",
    "Модули · Юг 9 · план 12 · ост. 14",
    "← Назад | Отмена",
  ]);
});

test("fact.quantity", async () => {
  const message = await question("quantity");
  expect(plain(message.text)).toBe(
    [
      "<b>📐 Модули · Юг, 11 этаж</b>",
      "────────────────",
      "План на сегодня  <b>12 шт</b>",
      "Вчера  10 шт · Громов, 8 чел.",
      "Сделано  22 из 36 · осталось 14",
      "▓▓▓▓▓▓░░░░ 61%",
      "",
      "Сколько сделано? Нажмите или напишите число.",
    ].join("\n"),
  );
  expect(rows(message)).toEqual([
    "Как вчера · 10 | По плану · 12",
    "+5 | +10 | Весь остаток · 14",
    "Громов · 8 чел. · 8 ч",
    "← Назад | Отмена",
  ]);
});

test("as yesterday is not offered where less is left", async () => {
  const message = await question("quantity", {
    line: line({ planTotal: "30", done: "24", remaining: "6", planToday: "6" }),
  });
  expect(rows(message).slice(0, 2)).toEqual(["По плану · 6", "+5 | +10 | Весь остаток · 6"]);
});

test("fact.quantity without a plan, and with an entry of the same day", async () => {
  const { text } = await question("quantity", { line: line({ planToday: null }) });
  expect(plain(text)).toContain("План на сегодня  не задан");
  const again = await question("quantity", { line: entered });
  expect(plain(again.text)).toContain("Сегодня уже  6 шт · Жилин, 16:50. Новое число добавится.");
});

test("fact.confirm", async () => {
  const message = await question("confirm");
  expect(plain(message.text)).toBe(
    [
      "<b>📐 Модули · Юг, 11 этаж</b>",
      "────────────────",
      "Сегодня  <b>10 шт</b>, план 12 (−2)",
      "Бригада  Громов · 8 чел. · 8 ч",
      "Станет  32 из 36",
      "▓▓▓▓▓▓▓▓▓░ 89%",
      "Фото  нет, можно прислать сейчас или после",
    ].join("\n"),
  );
  expect(rows(message)).toEqual([
    "Записать · 10 шт",
    "−1 | +1 | +5",
    "Бригада | 8 чел.",
    "8 ч | Примечание",
    "← Назад | Отмена",
  ]);
});

test("fact.over_plan", async () => {
  const message = await question("planReason", { quantity: "18", left: "14" });
  expect(plain(message.text)).toBe(
    "<b>📐 На 4 шт больше остатка</b>\n────────────────\nОсталось 14 шт, указано 18 шт. Почему?",
  );
  expect(rows(message)).toEqual([
    "Перемер | Ошибка в плане",
    "Доп. работы | Переделка",
    "Другое",
    "← Исправить число",
  ]);
});

const view: EntryView = {
  work: "Монтаж модулей",
  unit: "шт",
  quantity: "10",
  cell: { facade: "Юг", floor: "11" },
  crew: { lead: "Виталий Громов", workers: 8 },
  behalf: null,
  nobodyConfirms: false,
  after: "32",
  total: "36",
  pct: "88.9",
  photos: 3,
  photoDue: true,
  overPlan: false,
  reason: null,
  asksReason: false,
  day: null,
  state: null,
  can: { fix: true, undo: true },
  was: null,
  next: { volumeId: 10, work: "Модули", place: "Запад 10" },
};

test("fact.saved", () => {
  const message = savedCard(words, 5, view);
  expect(plain(message.text)).toBe(
    [
      "<b>✅ Записано: модули, 10 шт</b>",
      "────────────────",
      "Место  Юг, 11 этаж",
      "Бригада  Громов · 8 чел.",
      "Всего  32 из 36",
      "▓▓▓▓▓▓▓▓▓░ 89%",
      "Фото  3",
    ].join("\n"),
  );
  expect(rows(message)).toEqual(["Дальше: Модули · Запад 10", "Исправить | Отменить · 10 мин", "Все строки"]);
});

test("fact.saved without required photos and off the plan", () => {
  const message = savedCard(words, 5, { ...view, photos: 0, asksReason: true });
  expect(message.text).toContain("Фото  нужны для приёмки: пришлите до конца дня, прикреплю сюда");
  expect(rows(message)).toContain("Причина: …");
  const captions = reasonButtons(words, 5)
    .flat()
    .map(({ text }) => text);
  expect(captions).toEqual(["Нет материала", "Ветер", "Нет фронта", "Мало людей", "Другое", "← Назад"]);
});

test("fact.undone", () => {
  const message = undoneCard(words, {
    factId: 5,
    work: "Монтаж модулей",
    unit: "шт",
    quantity: "10",
    facade: "Юг",
    floor: "11",
  });
  expect(plain(message.text)).toBe("<b>↩️ Отменено: модули, 10 шт, Юг 11</b>");
  expect(rows(message)).toEqual(["Вернуть | Все строки"]);
});

test("regression 20: names with markup characters are escaped", async () => {
  const name = `<b>&"`;
  const message = await question("floorVolumeId", {
    form: form({ object: { id: 1, name, status: "active", heldSince: null } }),
  });
  expect(message.text).toContain(`📐 Факт · ${escapeHtml(name)}</b>`);
});
