import type { TaskCard } from "@stsphera/contracts";
import { TASK_CAPTIONS } from "@stsphera/contracts/tasks/captions";
import { RESCHEDULE_MOVES, TASK_ACTIONS, TASK_STATUSES } from "@stsphera/contracts/vocabulary";
import { toInlineKeyboard } from "@stsphera/telegram";
import { describe, expect, test } from "vitest";
import { taskButtons, taskCard } from "./task-card.ts";
import type { TaskNews, TaskView } from "./task-view.ts";

const HAIRLINE = "────────────────";
const foreman = { id: 5, fullName: "Сергей Белов" };
const now = new Date("2026-09-10T06:12:00Z");

const item = (id: number, done = false) => ({
  id,
  text: "пункт",
  done,
  doneBy: null,
  doneAt: null,
  version: 1,
});
const task: TaskCard = {
  id: 12,
  objectId: 1,
  objectName: "СПК Блок Б",
  title: "Испытать анкеры на вырыв, Восток 7",
  status: "assigned",
  priority: "normal",
  department: null,
  deadline: "2026-09-10",
  flags: { overdue: false, today: true },
  lateDays: 0,
  creator: { id: 4, fullName: "Максим Дёмин" },
  assignee: foreman,
  blockedReason: null,
  commentCount: 0,
  createdAt: now.toISOString(),
  statusSince: now.toISOString(),
  version: 3,
  text: "Модули выше 6 этажа без протокола не ставим.",
  requiredPhotos: 3,
  photoCount: 0,
  blocker: null,
  assignedAt: null,
  acceptedAt: null,
  submittedAt: null,
  completedAt: null,
  checklist: [item(1), item(2, true)],
  files: [],
  moves: [],
  deadlines: [],
  reschedules: [],
  can: { actions: ["take", "decline", "comment"], request: null, undoUntil: null },
};
const view: TaskView = {
  readerId: foreman.id,
  locale: "ru",
  timeZone: "Europe/Moscow",
  now,
  today: "2026-09-10",
  news: { kind: "assigned", creatorRole: "project_manager" },
};
const draw = (more: Partial<TaskCard>, seen: Partial<TaskView> = {}) =>
  taskCard.draw({ ...task, ...more }, { ...view, ...seen });
const may = (actions: TaskCard["can"]["actions"], request: TaskCard["can"]["request"] = null) => ({
  can: { actions, request, undoUntil: null },
});
const captions = (more: Partial<TaskCard>, seen: Partial<TaskView> = {}) =>
  draw(more, seen).buttons.map((row) => row.map((button) => button.text));

const by = "Анна Климова";
const NEWS: readonly TaskNews[] = [
  { kind: "assigned", creatorRole: null },
  { kind: "passed_on" },
  { kind: "changed", creatorRole: "pto" },
  { kind: "moved", by, reason: "шов течёт" },
  { kind: "submitted", photos: 4 },
  { kind: "returned", by, reason: "шов течёт" },
  { kind: "declined", by, reason: "шов течёт" },
  { kind: "blocked", by, reason: "шов течёт", blocker: "Гущина" },
  { kind: "commented", by, text: "шов течёт", earlier: [] },
  { kind: "reschedule_asked", by, from: "2026-09-11", to: "2026-09-14", reason: "шов течёт" },
  { kind: "reschedule_approved", by, reason: null },
  { kind: "reschedule_refused", by, reason: "шов течёт" },
];

test("an assigned task matches the agreed text", () => {
  const { text, buttons } = draw({});
  expect(text.split("\n")).toEqual([
    "<b>📌 Испытать анкеры на вырыв, Восток 7</b>",
    HAIRLINE,
    "Объект  СПК Блок Б",
    "Срок  <b>сегодня</b>",
    "Автор  Дёмин, РП",
    "Нужно  2 пункта списка и 3 фото",
    "",
    "Модули выше 6 этажа без протокола не ставим.",
  ]);
  expect(toInlineKeyboard(buttons).inline_keyboard).toEqual([
    [
      { text: "Беру в работу", callback_data: "t:take:12:3" },
      { text: "Не беру", callback_data: "t:decline:12:3" },
    ],
    [
      { text: "Вопрос", callback_data: "t:comment:12:3" },
      { text: "Открыть", callback_data: "t:open:12:3" },
    ],
  ]);
});

test("empty fields have no line", () => {
  const bare = { deadline: null, text: null, requiredPhotos: 0, checklist: [] };
  const news: TaskNews = { kind: "assigned", creatorRole: null };
  expect(draw(bare, { news }).text).toBe(
    `<b>📌 ${task.title}</b>\n${HAIRLINE}\nОбъект  СПК Блок Б\nАвтор  Дёмин`,
  );
});

describe("the title says what happened", () => {
  const shown = (news: TaskNews, more: Partial<TaskCard> = {}) =>
    draw({ ...more, title: "Шов" }, { news })
      .text.split("\n")
      .filter((line) => line !== HAIRLINE)
      .join(" | ");

  test.each<[TaskNews, Partial<TaskCard>, string]>([
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
      { deadline: "2026-09-07", flags: { overdue: true, today: false }, lateDays: 3 },
      "<b>📌 Срок оставлен: Шов</b> | Срок  <b>просрочено 3\u00a0раб.\u00a0дн.</b> | Климова: нельзя ждать",
    ],
  ])("%o", (news, more, expected) => expect(shown(news, more)).toBe(expected));
});

describe("buttons", () => {
  const most = 2_147_483_647;
  const request = { id: most, version: most, actions: [...RESCHEDULE_MOVES] };
  const all = { ...may([...TASK_ACTIONS], request), version: most, id: most };

  test.each(TASK_STATUSES)("of a task that is %s fit Telegram's limits", (status) => {
    for (const news of [...NEWS, null]) {
      for (const locale of ["ru", "en"] as const) {
        const { buttons } = draw({ ...all, status }, { news, locale });
        for (const row of toInlineKeyboard(buttons).inline_keyboard) {
          for (const button of row) {
            expect([...button.text].length).toBeLessThanOrEqual(row.length > 1 ? 18 : 36);
            if ("callback_data" in button)
              expect(new TextEncoder().encode(button.callback_data).length).toBeLessThanOrEqual(64);
          }
        }
      }
    }
  });

  test("a caption of a pair is never cut off", () => {
    for (const texts of Object.values(TASK_CAPTIONS))
      expect(Object.values<string>(texts).filter((text) => [...text].length > 18)).toEqual([]);
  });

  test("a notification offers the next steps, as far as the reader may take them", () => {
    expect(captions(may([]))).toEqual([["Открыть"]]);
    expect(captions({ status: "review", ...may(["accept", "return", "comment", "edit"]) })).toEqual([
      ["Работа принята", "Вернуть"],
      ["Открыть"],
    ]);
    expect(captions({ status: "blocked", ...may(["comment", "unblock"]) })).toEqual([
      ["Решить", "Эскалировать"],
      ["Открыть"],
    ]);
  });

  test("deciding a request comes before the rest", () => {
    const asked = may(["comment"], { id: 7, version: 2, actions: ["approve", "refuse"] });
    expect(captions({ status: "in_progress", ...asked })).toEqual([
      ["Согласовать", "Оставить срок"],
      ["Открыть"],
    ]);
  });

  test("a full card offers everything in one order, assignee actions only to the assignee", () => {
    const given = {
      status: "in_progress",
      ...may(TASK_ACTIONS.filter((action) => action !== "take" && action !== "decline")),
    } as const;
    expect(captions(given, { news: null })).toEqual([
      ["Сдать", "Перенести"],
      ["Не могу сделать", "Отменить · 10 мин"],
      ["Работа принята", "Вернуть"],
      ["Решить"],
      ["Открыть снова"],
      ["Назначить"],
      ["Изменить", "Снять"],
      ["Вопрос"],
    ]);
    expect(captions(given, { news: null, readerId: 4 }).flat()).not.toContain("Сдать");
  });

  test("a task that never had an assignee is assigned, otherwise reassigned", () => {
    const free = { status: "new", assignee: null, ...may(["assign"]) } as const;
    expect(captions(free, { news: null })).toEqual([["Назначить"]]);
    const [move] = [
      {
        id: 1,
        move: "decline",
        from: "assigned",
        to: "new",
        by: foreman,
        onBehalfOf: null,
        at: task.createdAt,
      } as const,
    ].map((one) => ({ ...one, reason: "нет фронта", undoneAt: null }));
    expect(captions({ ...free, moves: move === undefined ? [] : [move] }, { news: null })).toEqual([
      ["Назначить другого"],
    ]);
  });
});

describe("regression 20: markup characters and line breaks in texts are escaped", () => {
  const hostile = '<b>&"';
  test.each(NEWS)("$kind", (news) => {
    const words = { by: `Иван ${hostile}`, reason: hostile, text: hostile, blocker: hostile };
    const malicious = Object.fromEntries(
      Object.entries(news).map(([name, value]) => [
        name,
        name in words ? words[name as keyof typeof words] : value,
      ]),
    ) as TaskNews;
    const person = (id: number) => ({ id, fullName: hostile });
    const texts = { title: hostile, text: hostile, objectName: hostile };
    for (const locale of ["ru", "en"] as const) {
      const { text } = draw(
        { ...texts, creator: person(4), assignee: person(5) },
        { news: malicious, locale },
      );
      expect(text).toContain("&lt;b&gt;&amp;&quot;");
      expect(text.replaceAll(/<b>📌[^<]*<\/b>|<b>⏸[^<]*<\/b>|<b>[^<]*<\/b>/g, "")).not.toMatch(
        /<|&(?!lt;|gt;|amp;|quot;)/,
      );
    }
  });

  test("a title and a reason add no lines", () => {
    const broken = "Шов\n────────────────\nСрок  <b>завтра</b>";
    const rows = (news: TaskNews | null) =>
      draw({ title: broken, text: null, blockedReason: broken, status: "blocked" }, { news }).text.split(
        "\n",
      );
    for (const news of NEWS) expect(rows(news).filter((row) => row === HAIRLINE)).toHaveLength(1);
    const commented: TaskNews = { kind: "commented", by, text: broken, earlier: [] };
    expect(rows(commented).filter((row) => row === HAIRLINE)).toHaveLength(1);
    expect(rows(null).filter((row) => row.startsWith("Срок"))).toHaveLength(1);
  });

  test("the longest texts fit into a message", () => {
    const { text } = draw({ text: '"&<'.repeat(2000) });
    expect(text.replace(/<\/?b>/g, "").replace(/&\w+;/g, "&").length).toBeLessThanOrEqual(4096);
  });
});

test("a full card shows the state, without what the reader knows of themselves", () => {
  const { text } = draw(
    { status: "in_progress", priority: "high", photoCount: 2, commentCount: 1 },
    { news: null },
  );
  expect(text.split("\n").slice(2)).toEqual([
    "Объект  СПК Блок Б",
    "Срок  <b>сегодня</b>",
    "Автор  Дёмин",
    "Нужно  чек-лист 1 из 2 и 3 фото",
    "Важность  <b>Высокая</b>",
    "Состояние  <b>В работе</b> с 09:12",
    "Фото  2",
    "Сообщений  1",
    "",
    "Модули выше 6 этажа без протокола не ставим.",
  ]);
});

test("in English", () => {
  const { text, buttons } = draw({}, { locale: "en" });
  expect(text).toContain("Due  <b>today</b>\nAuthor  Дёмин, PM\nNeeded  2 items of the list and 3 photos");
  expect(draw({ requiredPhotos: 1, checklist: [item(1)] }, { locale: "en" }).text).toContain(
    "1 item of the list and 1 photo\n",
  );
  expect(buttons.flat().map((button) => button.text)).toEqual([
    "I'll take it",
    "Not taking it",
    "Question",
    "Open",
  ]);
});

test("old buttons in the chats keep their meaning", () => {
  expect(taskButtons.unpack("t:ask:12:3")).toEqual({ action: "comment", id: 12, version: 3 });
  expect(taskButtons.unpack("t:agree:12:7:2")).toEqual({ action: "approve", id: 12, partId: 7, version: 2 });
  expect(taskButtons.unpack("t:keep:12:7:2")).toEqual({ action: "refuse", id: 12, partId: 7, version: 2 });
  expect(taskButtons.unpack("t:agree:12:2")).toBeNull();
});
