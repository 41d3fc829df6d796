import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeQuiet, type RelayDesk } from "../../platform/notify/testing/relay-desk.ts";
import { createDelegation } from "../delegations/index.ts";
import { taskButtons } from "./card/task-card.ts";
import { decideReschedule } from "./decide-reschedule.ts";
import { requestReschedule } from "./request-reschedule.ts";
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

describe("blocked", () => {
  const stopped = {
    status: "blocked",
    blockedReason: "нет стекла",
    blockedAt: new Date("2026-09-08T07:00:00Z"),
  } as const;

  test("РП and blocker are notified at once with high priority", async () => {
    const supply = await desk.world.as("supply");
    const id = await createTestTask({ ...stopped, blockerUserId: supply.id });
    const sent = await tell("task.blocked", id, foreman, { reason: "нет стекла", blockerUserId: supply.id });
    expect(sent.map(({ chat, ring }) => [chat, ring])).toEqual([
      [manager.telegramId, "always"],
      [supply.telegramId, "always"],
    ]);
    expect(sent[0]?.text).toContain("<b>⏸ Стоит: Закрыть");
    expect(sent[0]?.text).toContain("Белов: нет стекла\nЖдём  Гущина");
    expect(captions(sent[1])).toEqual(["Решить", "Эскалировать", "Открыть"]);
    expect((await desk.notifications()).map((row) => row.priority)).toEqual(["high", "high"]);
  });

  test("undoing the block changes the blocker's card, in silence", async () => {
    const supply = await desk.world.as("supply");
    const blockerUserId = supply.id;
    const id = await createTestTask({ ...stopped, blockerUserId });
    await tell("task.blocked", id, foreman, { reason: "нет стекла", blockerUserId });
    await become(id, { status: "in_progress", blockedReason: null, blockedAt: null, blockerUserId: null });
    const sent = await tell("task.move_undone", id, foreman, { blockerUserId });
    const card = sent.find(({ chat }) => chat === supply.telegramId);
    expect(card?.ring).toBe("never");
    expect(card?.text).not.toContain("Стоит");
  });

  test("by a task: the assignee of that task is the blocker", async () => {
    const other = await createTestTask({ title: "Выпустить КМД", assigneeId: surveyor.id });
    const id = await createTestTask({ ...stopped, blockerTaskId: other });
    const sent = await tell("task.blocked", id, foreman, { reason: "нет стекла", blockerTaskId: other });
    expect(sent.map((message) => message.chat)).toEqual([manager.telegramId, surveyor.telegramId]);
    expect(sent[1]?.text).toContain("Ждём  Выпустить КМД");
  });

  test("the blocker's comment notifies the РП too", async () => {
    const supply = await desk.world.as("supply");
    const id = await createTestTask({ ...stopped, blockerUserId: supply.id });
    const commentId = await comment(id, supply, "Стекло уедет в Казань");
    const sent = await tell("task.commented", id, supply, { commentId, mentions: [] });
    expect(sent.map((message) => message.chat).toSorted()).toEqual(
      [manager, engineer, foreman].map((person) => person.telegramId).toSorted(),
    );
    expect(sent.find((message) => message.chat === manager.telegramId)?.ring).toBe("always");
  });
});

async function comment(taskId: number, author: UserActor, text: string): Promise<number> {
  const [row] = await desk.world.db.orm
    .insert(schema.taskComments)
    .values({ taskId, authorId: author.id, text, createdAt: desk.world.now })
    .returning({ id: schema.taskComments.id });
  return row?.id ?? 0;
}

describe("comments", () => {
  test("a comment of the assignee rings the creator and mentioned users, never the author", async () => {
    const id = await createTestTask();
    const commentId = await comment(id, foreman, 'Какой <b>&" анкер?');
    const sent = await tell("task.commented", id, foreman, {
      commentId,
      mentions: [surveyor.id, foreman.id],
    });
    expect(sent.map(({ chat, ring }) => [chat, ring])).toEqual([
      [engineer.telegramId, "always"],
      [surveyor.telegramId, "always"],
    ]);
    expect(sent[0]?.text).toContain("\nБелов: Какой &lt;b&gt;&amp;&quot; анкер?\n");
  });

  test("comments that come together are all on the card, up to the reader's own", async () => {
    const id = await createTestTask();
    await comment(id, foreman, "Старый вопрос");
    await comment(id, engineer, "Ответ автора");
    for (const text of ["Раз", "Два", "Три", "Четыре"]) await comment(id, foreman, text);
    const commentId = await comment(id, foreman, "Пять");
    const [sent] = await tell("task.commented", id, foreman, { commentId, mentions: [] });
    expect(sent?.text).toContain(
      "\nВыше ещё 1 сообщение\nБелов: Два\nБелов: Три\nБелов: Четыре\nБелов: Пять\n",
    );
    expect(sent?.text).not.toContain("Старый вопрос");
  });

  test("a third user's comment rings assignee and creator, who may answer; only those who may press buttons get them", async () => {
    const id = await createTestTask();
    const commentId = await comment(id, manager, "Протокол у лаборатории");
    const sent = await tell("task.commented", id, manager, { commentId, mentions: [engineer.id] });
    expect(sent.map(({ chat, ring }) => [chat, ring])).toEqual([
      [foreman.telegramId, "always"],
      [engineer.telegramId, "always"],
    ]);
    expect(captions(sent[0])).toEqual(["Беру в работу", "Не беру", "Ответить", "Открыть"]);
    expect(captions(sent[1])).toEqual(["Ответить", "Открыть"]);
  });

  test("a comment on work in hand can be answered from its message", async () => {
    const id = await createTestTask({ status: "in_progress" });
    const commentId = await comment(id, engineer, "Когда протокол?");
    const [card] = await tell("task.commented", id, engineer, { commentId, mentions: [] });
    expect(captions(card)).toEqual(["Ответить", "Сдать", "Перенести", "Не могу сделать", "Открыть"]);
  });
});

test("on a closed object only viewing and commenting is offered", async () => {
  const id = await createTestTask();
  await desk.world.db.sql`
    insert into reschedule_requests (task_id, object_id, requested_by, to_day, reason, created_at)
    values (${id}, ${desk.object.id}, ${foreman.id}, '2026-09-14', 'ждём узел от КМ', ${desk.world.now})`;
  await desk.world.db.sql`update objects set status = 'closed' where id = ${desk.object.id}`;
  const commentId = await comment(id, surveyor, "Объект сдан");
  const mentions = [manager.id, foreman.id];
  const sent = await tell("task.commented", id, surveyor, { commentId, mentions });
  expect(new Set(sent.map(({ chat }) => chat))).toEqual(
    new Set([manager, engineer, foreman].map(({ telegramId }) => telegramId)),
  );
  for (const message of sent) expect(captions(message)?.toSorted()).toEqual(["Ответить", "Открыть"]);
});

describe("another deadline", () => {
  async function request(taskId: number): Promise<number> {
    const [row] = await desk.world.db.orm
      .insert(schema.rescheduleRequests)
      .values({
        taskId,
        objectId: desk.object.id,
        requestedBy: foreman.id,
        fromDay: "2026-09-11",
        toDay: "2026-09-14",
        reason: "ждём узел от КМ",
        createdAt: desk.world.now,
      })
      .returning({ id: schema.rescheduleRequests.id });
    return row?.id ?? 0;
  }
  const asked = (requestId: number) => ({
    requestId,
    fromDay: "2026-09-11",
    toDay: "2026-09-14",
    reason: "ждём узел от КМ",
    requestedBy: foreman.id,
  });

  test("creator and РП may decide; after the decision the requester is notified, and the other card is updated", async () => {
    const id = await createTestTask({ status: "in_progress", deadline: "2026-09-11" });
    const requestId = await request(id);
    const sent = await tell("task.reschedule_requested", id, foreman, asked(requestId));
    expect(sent.map(({ chat, ring }) => [chat, ring])).toEqual([
      [manager.telegramId, "always"],
      [engineer.telegramId, "always"],
    ]);
    expect(sent[0]?.text).toContain("<b>📌 Просят срок 14 сентября вместо 11 сентября</b>");
    expect(sent[0]?.text).toContain("Белов: ждём узел от КМ");
    expect(
      sent[0]?.buttons.slice(0, 2).map((button) => [button.text, taskButtons.unpack(button.data)]),
    ).toEqual([
      ["Согласовать", { action: "approve", id, partId: requestId, version: 1 }],
      ["Оставить срок", { action: "refuse", id, partId: requestId, version: 1 }],
    ]);

    await desk.world.db.sql`update reschedule_requests set status = 'approved' where id = ${requestId}`;
    await become(id, { deadline: "2026-09-14", version: 2 });
    const decided = { ...asked(requestId), to: "approved" };
    const after = await tell("task.reschedule_decided", id, manager, decided);
    expect(after.map(({ chat, ring }) => [chat, ring])).toEqual([
      [manager.telegramId, "edit"],
      [foreman.telegramId, "always"],
      [engineer.telegramId, "always"],
    ]);
    expect(captions(after[1])).toContain("Перенести");
    expect(after[1]?.text).toContain("<b>📌 Срок согласован: Закрыть");
    expect(after[1]?.text).toContain("Срок  <b>в понедельник, 14 сентября</b>");
    expect(captions(after[2])).toEqual(["Открыть"]);
  });

  test("a decision is news of the task of the request, not of the task that has the request's number", async () => {
    const foreign = await createTestTask({ title: "Выправить кронштейны", assigneeId: surveyor.id });
    const id = await createTestTask({ status: "in_progress", deadline: "2026-09-11" });
    const asking = desk.world.ctx(foreman);
    const { id: requestId, version } = await requestReschedule.run(asking, {
      taskId: id,
      deadline: "2026-09-14",
      reason: "ждём узел от КМ",
    });
    expect(requestId).toBe(foreign);
    await desk.relay();
    await desk.sent();
    const { world } = desk;
    await decideReschedule.run(world.ctx(manager), { requestId, version, move: "approve" });
    await desk.relay();
    const sent = await desk.sent();
    expect(sent.map(({ chat, ring, card }) => [chat, ring, card])).toEqual([
      [manager.telegramId, "edit", `task:${id}`],
      [foreman.telegramId, "always", `task:${id}`],
      [engineer.telegramId, "always", `task:${id}`],
    ]);
    for (const { text } of sent.slice(1)) expect(text).toContain("<b>📌 Срок согласован: Закрыть");
    for (const { buttons } of sent)
      for (const { data } of buttons) expect(taskButtons.unpack(data)?.id).toBe(id);
    const news = await desk.notifications();
    expect(news.map(({ deepLink }) => deepLink)).toEqual([`t${id}`, `t${id}`, `t${id}`]);
  });

  test("while a request waits no second one is offered", async () => {
    const id = await createTestTask({ status: "in_progress", deadline: "2026-09-11" });
    await request(id);
    const commentId = await comment(id, engineer, "Узел у КМ");
    const [his] = await tell("task.commented", id, engineer, { commentId, mentions: [] });
    expect([his?.chat, captions(his)]).toEqual([
      foreman.telegramId,
      ["Ответить", "Сдать", "Не могу сделать", "Открыть"],
    ]);
  });

  test("a request withdrawn meanwhile is not announced", async () => {
    const id = await createTestTask({ status: "in_progress" });
    expect(await tell("task.reschedule_requested", id, foreman, asked(7))).toEqual([]);
  });
});

test("what an absent user has to decide rings their deputy, with buttons; the absent user's card is edited alone", async () => {
  const supply = await desk.world.as("supply");
  const days = { fromDay: "2026-09-08", toDay: "2026-09-20" };
  const id = await createTestTask({ status: "review" });
  await tell("task.submitted", id, foreman, { photos: 4 });
  await createDelegation.run(desk.world.ctx(manager), { deputyId: supply.id, ...days });
  await desk.relay();
  await desk.sent();
  const sent = await tell("task.submitted", id, foreman, { photos: 4 });
  expect(sent.map(({ chat, ring }) => [chat, ring]).toSorted()).toEqual(
    [
      [manager.telegramId, "edit"],
      [engineer.telegramId, "always"],
      [supply.telegramId, "always"],
    ].toSorted(),
  );
  const deputys = sent.find(({ chat }) => chat === supply.telegramId);
  expect(captions(deputys)?.slice(0, 2)).toEqual(["Работа принята", "Вернуть"]);
});
