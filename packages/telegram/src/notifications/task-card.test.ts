import { TASK_STATUSES } from "@stsphera/contracts/vocabulary";
import { describe, expect, test } from "vitest";
import { toInlineKeyboard } from "../buttons.ts";
import { renderNotification } from "./render-notification.ts";
import type { TaskNews, TaskNotice } from "./task-card.ts";
import { TASK_ACTIONS } from "./task-command-data.ts";

const ru = { locale: "ru", publicUrl: "https://sts.example" } as const;
const en = { locale: "en", publicUrl: "https://sts.example" } as const;
const HAIRLINE = "────────────────";

const task: TaskNotice = {
  taskId: 12,
  version: 3,
  status: "assigned",
  actions: ["open", "take", "decline", "ask"],
  request: null,
  title: "Испытать анкеры на вырыв, Восток 7",
  text: "Модули выше 6 этажа без протокола не ставим.",
  objectName: "СПК Блок Б",
  deadline: "2026-09-10",
  today: "2026-09-10",
  lateDays: 0,
  creator: "Максим Дёмин",
  creatorRole: "project_manager",
  assignee: "Сергей Белов",
  requiredPhotos: 3,
  checklistItems: 2,
  news: { kind: "assigned" },
};
const render = (more: Partial<TaskNotice>, rendering: typeof ru | typeof en = ru) =>
  renderNotification("task.card", { ...task, ...more }, rendering);
const captions = (more: Partial<TaskNotice>) =>
  render(more).buttons.map((row) => row.map((button) => button.text));

const by = "Анна Климова";
const NEWS: readonly TaskNews[] = [
  { kind: "assigned" },
  { kind: "passed_on" },
  { kind: "changed" },
  { kind: "moved", by, reason: "шов течёт" },
  { kind: "submitted", photos: 4 },
  { kind: "returned", by, reason: "шов течёт" },
  { kind: "declined", by, reason: "шов течёт" },
  { kind: "blocked", by, reason: "шов течёт", blocker: "Гущина" },
  { kind: "commented", by, text: "шов течёт" },
  { kind: "reschedule_asked", by, from: "2026-09-11", to: "2026-09-14", reason: "шов течёт" },
  { kind: "reschedule_approved", by, reason: null },
  { kind: "reschedule_refused", by, reason: "шов течёт" },
];

test("a task that was given reads as agreed", () => {
  const { text, buttons } = render({});
  expect(text).toBe(
    [
      "<b>📌 Испытать анкеры на вырыв, Восток 7</b>",
      HAIRLINE,
      "Объект  СПК Блок Б",
      "Срок  <b>сегодня</b>",
      "Автор  Дёмин, РП",
      "Нужно  2 пункта списка и 3 фото",
      "",
      "Модули выше 6 этажа без протокола не ставим.",
    ].join("\n"),
  );
  expect(toInlineKeyboard(buttons).inline_keyboard).toEqual([
    [
      { text: "Беру в работу", callback_data: "t:take:12:3" },
      { text: "Не беру", callback_data: "t:decline:12:3" },
    ],
    [
      { text: "Вопрос", callback_data: "t:ask:12:3" },
      { text: "Открыть", callback_data: "t:open:12:3" },
    ],
  ]);
});

test("what is not set leaves its line out", () => {
  const bare = { deadline: null, text: null, requiredPhotos: 0, checklistItems: 0, creatorRole: null };
  expect(render(bare).text).toBe(`<b>📌 ${task.title}</b>\n${HAIRLINE}\nОбъект  СПК Блок Б\nАвтор  Дёмин`);
});

describe("what happened stands in the title", () => {
  const shown = (news: TaskNews, more: Partial<TaskNotice> = {}) =>
    render({ ...more, news, title: "Шов" })
      .text.split("\n")
      .filter((line) => line !== HAIRLINE)
      .join(" | ");

  test.each<[TaskNews, Partial<TaskNotice>, string]>([
    [{ kind: "passed_on" }, {}, "<b>📌 Передано: Шов</b> | Исполнитель  Белов"],
    [{ kind: "submitted", photos: 4 }, {}, "<b>📌 На проверке: Шов</b> | Исполнитель  Белов · фото 4"],
    [{ kind: "submitted", photos: 0 }, {}, "<b>📌 На проверке: Шов</b> | Исполнитель  Белов"],
    [{ kind: "returned", by, reason: "не заполнен" }, {}, "<b>📌 Вернули: Шов</b> | Климова: не заполнен"],
    [{ kind: "declined", by, reason: "нет фронта" }, {}, "<b>📌 Не берут: Шов</b> | Климова: нет фронта"],
    [
      { kind: "blocked", by, reason: "нет стекла", blocker: "Гущина" },
      {},
      "<b>⏸ Стоит: Шов</b> | Климова: нет стекла | Ждём  Гущина",
    ],
    [
      { kind: "moved", by, reason: null },
      { status: "done" },
      "<b>📌 Выполнена: Шов</b> | Объект  СПК Блок Б | Приёмка  Климова",
    ],
    [
      { kind: "moved", by, reason: "не нужно" },
      { status: "cancelled" },
      "<b>📌 Снята: Шов</b> | Объект  СПК Блок Б | Климова: не нужно",
    ],
    [
      { kind: "reschedule_asked", by, from: "2026-09-11", to: "2027-01-14", reason: "ждём узел" },
      {},
      "<b>📌 Просят срок 14 января 2027 вместо 11 сентября</b> | Шов | Климова: ждём узел",
    ],
    [
      { kind: "reschedule_asked", by, from: null, to: "2026-09-14", reason: "ждём узел" },
      {},
      "<b>📌 Просят срок 14 сентября</b> | Шов | Климова: ждём узел",
    ],
    [
      { kind: "reschedule_refused", by, reason: "нельзя ждать" },
      { deadline: "2026-09-07", lateDays: 3 },
      "<b>📌 Срок оставлен: Шов</b> | Срок  <b>просрочено 3\u00a0раб.\u00a0дн.</b> | Климова: нельзя ждать",
    ],
  ])("%o", (news, more, expected) => expect(shown(news, more)).toBe(expected));
});

describe("buttons", () => {
  const all = { actions: TASK_ACTIONS, version: 2_147_483_647, taskId: 2_147_483_647 };

  test.each(TASK_STATUSES)("of a task that is %s fit Telegram's limits", (status) => {
    for (const news of NEWS) {
      const request = { id: 2_147_483_647, version: 2_147_483_647 };
      const { buttons } = render({ ...all, status, news, request });
      for (const row of toInlineKeyboard(buttons).inline_keyboard) {
        for (const button of row) {
          expect([...button.text].length).toBeLessThanOrEqual(row.length > 1 ? 18 : 36);
          if ("callback_data" in button)
            expect(new TextEncoder().encode(button.callback_data).length).toBeLessThanOrEqual(64);
        }
      }
    }
  });

  test("only what the reader may do", () => {
    expect(captions({ actions: ["open"] })).toEqual([["Открыть"]]);
    expect(captions({ status: "review", actions: ["open", "accept", "return"] })).toEqual([
      ["Работа принята", "Вернуть"],
      ["Открыть"],
    ]);
    expect(captions({ status: "blocked", actions: ["open", "ask", "unblock"] })).toEqual([
      ["Решить", "Эскалировать"],
      ["Открыть"],
    ]);
  });

  test("a request to decide goes before the rest", () => {
    const request = { id: 7, version: 2 };
    expect(captions({ status: "in_progress", actions: ["open"], request })).toEqual([
      ["Согласовать", "Оставить срок"],
      ["Открыть"],
    ]);
  });
});

describe("never-again 20: words with signs of markup stay words", () => {
  const hostile = '<b>&"';
  test.each(NEWS)("$kind", (news) => {
    const words = { by: `Иван ${hostile}`, reason: hostile, text: hostile, blocker: hostile };
    const spoilt = Object.fromEntries(
      Object.entries(news).map(([name, value]) => [
        name,
        name in words ? words[name as keyof typeof words] : value,
      ]),
    ) as TaskNews;
    const people = { creator: hostile, assignee: hostile, objectName: hostile };
    for (const rendering of [ru, en]) {
      const { text } = render({ ...people, title: hostile, text: hostile, news: spoilt }, rendering);
      expect(text).toContain("&lt;b&gt;&amp;&quot;");
      expect(text.replaceAll(/<b>📌[^<]*<\/b>|<b>⏸[^<]*<\/b>|<b>[^<]*<\/b>/g, "")).not.toMatch(
        /<|&(?!lt;|gt;|amp;|quot;)/,
      );
    }
  });

  test("the longest words fit into a message", () => {
    const { text } = render({ text: '"&<'.repeat(2000) });
    expect(text.replace(/<\/?b>/g, "").replace(/&\w+;/g, "&").length).toBeLessThanOrEqual(4096);
  });
});

test("in English", () => {
  const { text, buttons } = render({}, en);
  expect(text).toContain("Due  <b>today</b>\nAuthor  Дёмин, PM\nNeeded  2 items of the list and 3 photos");
  expect(render({ requiredPhotos: 1, checklistItems: 1 }, en).text).toContain(
    "1 item of the list and 1 photo\n",
  );
  expect(buttons.flat().map((button) => button.text)).toEqual([
    "I'll take it",
    "Not taking it",
    "Question",
    "Open",
  ]);
});
