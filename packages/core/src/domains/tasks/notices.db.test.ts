import type { Role, UserActor } from "@stsphera/rbac";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeQuiet, type RelayDesk } from "../../platform/notify/testing/relay-desk.ts";
import { taskButtons } from "./card/task-card.ts";
import { captions, openTaskDesk, type TaskDesk } from "./testing/task-desk.ts";

let desk: RelayDesk;
let manager: UserActor;
let engineer: UserActor;
let foreman: UserActor;
let surveyor: UserActor;
let createTestTask: TaskDesk["createTestTask"];
let become: TaskDesk["become"];
let tell: TaskDesk["tell"];
beforeEach(async () => {
  ({ desk, manager, engineer, foreman, surveyor, createTestTask, become, tell } = await openTaskDesk());
});
afterEach(() => closeQuiet(desk));

const assigned = (previousAssigneeId: number | null = null) => ({
  assigneeId: foreman.id,
  previousAssigneeId,
});

describe("assignment", () => {
  test("the assignee gets the card with its buttons; nobody else does", async () => {
    const id = await createTestTask();
    const [card, ...others] = await tell("task.assigned", id, engineer, assigned());
    expect(others).toEqual([]);
    expect(card).toMatchObject({ chat: foreman.telegramId, card: `task:${id}`, ring: "always" });
    expect(card?.text.split("\n")).toEqual([
      "<b>📌 Закрыть &lt;b&gt;&amp;&quot; по З-1</b>",
      "────────────────",
      "Объект  СПК Блок Б",
      "Срок  <b>сегодня</b>",
      "Автор  Климова, ПТО",
      "Нужно  3 фото",
      "",
      "Без протокола не ставим.",
    ]);
    expect(captions(card)).toEqual(["Беру в работу", "Не беру", "Вопрос", "Открыть"]);
    const [row] = await desk.notifications();
    expect(row).toMatchObject({
      userId: foreman.id,
      key: `task:${id}`,
      type: "task.assigned",
      category: "tasks",
      priority: "normal",
      title: '📌 Закрыть <b>&" по З-1',
      deepLink: `t${id}`,
      unread: true,
    });
  });

  test("every button names the task and the version that the card shows", async () => {
    const id = await createTestTask({ version: 4 });
    const [card] = await tell("task.assigned", id, engineer, assigned());
    expect(card?.buttons.map((button) => taskButtons.unpack(button.data))).toEqual(
      ["take", "decline", "comment", "open"].map((action) => ({ action, id, version: 4 })),
    );
  });

  test("to oneself rings nobody", async () => {
    const id = await createTestTask({ creatorId: foreman.id });
    expect(await tell("task.assigned", id, foreman, assigned())).toEqual([]);
    expect(await desk.notifications()).toEqual([]);
  });

  test("the former assignee is told that it was reassigned", async () => {
    const id = await createTestTask();
    const sent = await tell("task.assigned", id, manager, assigned(surveyor.id));
    expect(sent.map((message) => message.chat)).toEqual([foreman.telegramId, surveyor.telegramId]);
    expect(sent[1]?.text).toContain("<b>📌 Передано: Закрыть &lt;b&gt;");
    expect(sent[1]?.text).toContain("Исполнитель  Белов");
    expect(captions(sent[1])).toEqual(["Открыть"]);
  });

  test("an assignment already superseded by another is not announced to the former assignee", async () => {
    const id = await createTestTask({ assigneeId: surveyor.id });
    expect(await tell("task.assigned", id, engineer, assigned())).toEqual([]);
  });
});

describe("users who may not see the task are not notified", () => {
  test.each<[string, Role | null]>([
    ["who left the object", null],
    ["an observer", "viewer"],
  ])("%s", async (_name, role) => {
    const { world, object } = desk;
    const id = await createTestTask();
    await world.db.sql`delete from object_roles where user_id = ${foreman.id}`;
    if (role !== null) {
      await world.db.sql`insert into object_roles (object_id, user_id, role, since)
        values (${object.id}, ${foreman.id}, ${role}, ${world.now})`;
    }
    expect(await tell("task.assigned", id, engineer, assigned())).toEqual([]);
    expect(await desk.notifications()).toEqual([]);
  });

  test("nor is a deactivated user; the director without a role on the object is", async () => {
    const director = await desk.world.as("director");
    const id = await createTestTask({ assigneeId: director.id, creatorId: foreman.id });
    await desk.world.db.sql`update users set status = 'deactivated' where id = ${foreman.id}`;
    const payload = { assigneeId: director.id, previousAssigneeId: null };
    const sent = await tell("task.assigned", id, manager, payload);
    expect(sent.map((message) => message.chat)).toEqual([director.telegramId]);
  });
});

describe("work and its acceptance", () => {
  test("handed in: creator and РП are asked to judge", async () => {
    const id = await createTestTask({ status: "review", version: 3 });
    const sent = await tell("task.submitted", id, foreman, { assigneeId: foreman.id, photos: 4 });
    expect(sent.map(({ chat, ring }) => [chat, ring])).toEqual([
      [manager.telegramId, "always"],
      [engineer.telegramId, "always"],
    ]);
    for (const card of sent) {
      expect(card.text).toContain("<b>📌 На проверке: Закрыть");
      expect(card.text).toContain("Исполнитель  Белов · фото 4");
      expect(captions(card)).toEqual(["Работа принята", "Вернуть", "Открыть"]);
    }
  });

  test("accepted by one of them: the other's card silently loses its buttons, the assignee is notified", async () => {
    const id = await createTestTask({ status: "review" });
    await tell("task.submitted", id, foreman, { photos: 4 });
    await desk.world.db.sql`update notifications set read_at = ${desk.world.now}`;
    await become(id, { status: "done", completedAt: desk.world.now, version: 2 });
    const sent = await tell("task.status_changed", id, engineer, { from: "review", to: "done" });
    expect(sent.map(({ chat, ring }) => [chat, ring])).toEqual([
      [manager.telegramId, "never"],
      [foreman.telegramId, "never"],
      [engineer.telegramId, "edit"],
    ]);
    expect(captions(sent[2])).not.toContain("Работа принята");
    expect(sent[1]?.text).toContain("<b>📌 Выполнена: Закрыть");
    expect(sent[1]?.text).toContain("Приёмка  Климова");
    expect(captions(sent[0])).toEqual(["Открыть"]);
    const rows = await desk.notifications();
    expect(rows.map(({ userId, unread }) => [userId, unread])).toEqual([
      [manager.id, false],
      [engineer.id, false],
      [foreman.id, true],
    ]);
  });

  test("returned: rings assignee and creator with the reason, never who returned it", async () => {
    const id = await createTestTask({ status: "in_progress" });
    const byManager = await tell("task.returned", id, manager, { reason: "шов не заполнен" });
    expect(new Set(byManager.map(({ chat, ring }) => [chat, ring].join(" ")))).toEqual(
      new Set([`${foreman.telegramId} always`, `${engineer.telegramId} always`]),
    );
    const [card, ...others] = await tell("task.returned", id, engineer, {
      reason: "шов на оси Б не заполнен",
    });
    // Who returned it has a card of it: it shows the new state, without a sound.
    expect(others.map(({ chat, ring }) => [chat, ring])).toEqual([[engineer.telegramId, "edit"]]);
    expect(card).toMatchObject({ chat: foreman.telegramId, ring: "always" });
    expect(card?.text).toBe(
      "<b>📌 Вернули: Закрыть &lt;b&gt;&amp;&quot; по З-1</b>\n────────────────\nКлимова: шов на оси Б не заполнен",
    );
    expect(captions(card)).toEqual(["Открыть"]);
  });

  test("declined: creator and РП are asked to choose another assignee", async () => {
    const id = await createTestTask({ status: "new", assigneeId: null });
    const sent = await tell("task.declined", id, foreman, { by: foreman.id, reason: "нет фронта" });
    expect(sent.map(({ chat, ring }) => [chat, ring])).toEqual([
      [manager.telegramId, "always"],
      [engineer.telegramId, "always"],
    ]);
    expect(sent[0]?.text).toContain("<b>📌 Не берут: Закрыть");
    expect(sent[0]?.text).toContain("Белов: нет фронта");
    expect(captions(sent[0])).toEqual(["Назначить другого", "Изменить", "Снять"]);
  });

  test("taken: the creator is notified silently", async () => {
    const id = await createTestTask({ status: "in_progress" });
    const sent = await tell("task.status_changed", id, foreman, { from: "assigned", to: "in_progress" });
    expect(sent.map(({ chat, ring }) => [chat, ring])).toEqual([[engineer.telegramId, "never"]]);
    expect(sent[0]?.text).toContain("<b>📌 В работе: Закрыть");
    expect(sent[0]?.text).toContain("Исполнитель  Белов");
  });

  test("resumed or reopened work rings its assignee", async () => {
    const id = await createTestTask({ status: "in_progress" });
    const sent = await tell("task.status_changed", id, manager, { from: "blocked", to: "in_progress" });
    expect(sent.map(({ chat, ring }) => [chat, ring])).toEqual([
      [foreman.telegramId, "always"],
      [engineer.telegramId, "never"],
    ]);
    const [again] = await tell("task.status_changed", id, manager, {
      from: "done",
      to: "in_progress",
      reason: "Шов течёт",
    });
    expect(again).toMatchObject({ chat: foreman.telegramId, ring: "always" });
    expect(again?.text).toContain("Дёмин: Шов течёт");
    expect(captions(again)).toEqual(["Сдать", "Перенести", "Не могу сделать", "Открыть"]);
  });

  test("undone within ten minutes: existing cards are updated, nobody is notified anew", async () => {
    const id = await createTestTask({ status: "in_progress" });
    await tell("task.status_changed", id, foreman, { from: "assigned", to: "in_progress" });
    await become(id, { status: "assigned", version: 3 });
    const sent = await tell("task.move_undone", id, foreman, { from: "in_progress", to: "assigned" });
    expect(sent.map(({ chat, ring }) => [chat, ring])).toEqual([[engineer.telegramId, "never"]]);
    expect(sent[0]?.text).toContain("<b>📌 Назначена: Закрыть");
  });

  test("an event of a state that the task has left rings nobody", async () => {
    const id = await createTestTask({ status: "in_progress" });
    expect(await tell("task.submitted", id, foreman, { photos: 1 })).toEqual([]);
    expect(await tell("task.declined", id, foreman, { reason: "нет фронта" })).toEqual([]);
    expect(await tell("task.blocked", id, foreman, { reason: "нет фронта" })).toEqual([]);
    expect(await tell("task.status_changed", id, foreman, { from: "review", to: "done" })).toEqual([]);
  });
});

test("delays are counted in working days of the object", async () => {
  const id = await createTestTask({ status: "in_progress", deadline: "2026-09-03" });
  const [card] = await tell("task.changed", id, engineer, { fields: ["deadline"] });
  expect(card).toMatchObject({ chat: foreman.telegramId, ring: "never" });
  expect(card?.text).toContain("Срок  <b>просрочено 4\u00a0раб.\u00a0дн.</b>");
});

test("a new task without assignee notifies nobody", async () => {
  const id = await createTestTask({ status: "new", assigneeId: null });
  expect(await tell("task.created", id, engineer, { title: "Новая" })).toEqual([]);
  expect(await tell("task.checked", id, engineer, { itemId: 1, done: true })).toEqual([]);
});
