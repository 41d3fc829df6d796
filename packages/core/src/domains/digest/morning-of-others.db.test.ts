import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  closeQuiet,
  openRelayDesk,
  type RelayDesk,
  type Sent,
} from "../../platform/notify/testing/relay-desk.ts";
import { decideFact, enterFact } from "../facts/index.ts";
import { closeShift } from "../shifts/index.ts";
import { changeTaskStatus, createTask } from "../tasks/index.ts";
import { type ClockDesk, clockOf } from "./testing/clock-desk.ts";

let desk: RelayDesk;
let clock: ClockDesk;
let foreman: UserActor;
let manager: UserActor;
let engineer: UserActor;
let director: UserActor;

beforeEach(async () => {
  desk = await openRelayDesk({});
  clock = clockOf(desk);
  const { world } = desk;
  [foreman, manager, engineer, director] = await Promise.all([
    world.as("construction_itr"),
    world.as("project_manager"),
    world.as("pto"),
    world.as("director"),
  ]);
});
afterEach(() => closeQuiet(desk));

/** The morning card of a person at an instant. */
async function cardOf(person: UserActor, instant: string): Promise<Sent | undefined> {
  const sent = await clock.at(instant);
  return sent.find(({ chat, text }) => chat === person.telegramId && text.startsWith("<b>🌅"));
}
const task = (values: Partial<typeof schema.tasks.$inferInsert>) =>
  desk.world.db.orm.insert(schema.tasks).values({
    objectId: desk.object.id,
    title: "Испытать анкеры",
    status: "in_progress",
    creatorId: manager.id,
    assigneeId: foreman.id,
    deadline: "2026-09-09",
    createdAt: desk.world.now,
    statusSince: desk.world.now,
    ...values,
  });
const away = (principal: UserActor, deputy: UserActor) => desk.world.db.sql`
  insert into delegations (principal_id, deputy_id, object_id, from_day, to_day, created_by, created_at)
  values (${principal.id}, ${deputy.id}, ${desk.object.id}, '2026-09-09', '2026-09-10', ${principal.id},
    ${desk.world.now})`;
const labels = (message: Sent | undefined) => message?.buttons.map(({ text }) => text) ?? [];

test("a task that stands is late for who is named to help, in the morning and among what waits, not for its assignee", async () => {
  const { world, object } = desk;
  const given = { objectId: object.id, title: "Испытать анкеры", assigneeId: foreman.id };
  const { id, version } = await createTask.run(world.ctx(manager), { ...given, deadline: "2026-09-08" });
  const taken = await changeTaskStatus.run(world.ctx(foreman), { taskId: id, version, move: "take" });
  await changeTaskStatus.run(world.ctx(foreman), {
    taskId: id,
    version: taken.version,
    move: "block",
    reason: "нет протокола",
    blocker: { userId: engineer.id },
  });
  await desk.relay();
  await desk.sent();
  const sent = await clock.at("2026-09-09T04:15:00Z");
  const [own, helper] = [foreman, engineer].map((person) =>
    sent.find(({ chat }) => chat === person.telegramId),
  );
  expect(own?.text).not.toContain("Испытать анкеры");
  expect(helper?.text).toContain("<b>Просрочено</b>\nИспытать анкеры · 1 раб. дн. · ждёт вас");
  expect(helper?.text).toContain("<b>Ждут вас</b>\nСнять помеху · 1");
  expect(labels(helper)).toContain("Разобрать · 1");
});

describe("of a deputy", () => {
  test("a deputy reads the tasks of who is away, due and late, under their name; the absent gets no card", async () => {
    await task({});
    await task({ title: "Люльки", deadline: "2026-09-04" });
    await task({ title: "Далёкая", deadline: "2026-09-30" });
    await away(foreman, engineer);
    const card = await cardOf(engineer, "2026-09-09T05:30:00Z");
    expect(card?.text).toContain("<b>Сегодня</b>\nИспытать анкеры · по замещению: Белов");
    expect(card?.text).toContain("<b>Просрочено</b>\nЛюльки · 4 раб. дн. · по замещению: Белов");
    expect(card?.text).not.toContain("Далёкая");
    expect(labels(card)).toEqual(expect.arrayContaining(["Испытать анкеры", "Люльки"]));
    expect(labels(card).join()).not.toContain("Задачи");
    await desk.world.db.sql`update delegations set ended_at = ${desk.world.now}`;
    expect((await cardOf(engineer, "2026-09-10T04:16:00Z"))?.text ?? "").not.toContain("Люльки");
  });

  test("a task given to who is away rings the deputy, who reads for whom", async () => {
    await away(foreman, engineer);
    const now = new Date("2026-09-09T08:00:00Z");
    desk.deps.now = () => now;
    await createTask.run(desk.world.ctx(manager, { now }), {
      objectId: desk.object.id,
      title: "Люльки",
      assigneeId: foreman.id,
      priority: "critical",
    });
    await desk.relay();
    const sent = (await desk.sent()).filter(({ text }) => text.includes("Люльки"));
    expect(sent.filter(({ ring }) => ring === "always").map(({ chat }) => chat)).toEqual([
      engineer.telegramId,
    ]);
    expect(sent[0]?.text).toContain("По замещению: Белов");
    expect(sent[0]?.text).toContain("Важность  <b>Критичная</b>");
  });

  test("the figures of an object that a deputy manages, and what waits, stand under the name of its manager", async () => {
    const { world, object } = desk;
    await enterFact.run(world.ctx(foreman), {
      objectId: object.id,
      floorVolumeId: object.cell("Юг", "1", "МОД"),
      date: "2026-09-08",
      quantity: "12",
    } as never);
    await desk.relay();
    await desk.sent();
    const deputy = await world.as("supply");
    await away(manager, deputy);
    const card = await cardOf(deputy, "2026-09-09T05:30:00Z");
    expect(card?.text).toContain("<b>По замещению: Дёмин</b>\n▓");
    expect(card?.text).toContain("Подтвердить факт · 1 · по замещению: Дёмин");
    await desk.world.db.sql`update delegations set ended_at = ${world.now}`;
    expect((await cardOf(manager, "2026-09-10T05:30:00Z"))?.text).not.toContain("замещению");
  });
});

test("more late tasks than are shown are counted, and a button opens all of them", async () => {
  for (const title of ["А", "Б", "В", "Г", "Д"]) await task({ title, deadline: "2026-09-04" });
  const card = await cardOf(manager, "2026-09-09T05:30:00Z");
  expect(card?.text).toContain("Просрочено задач: 5");
  expect(card?.text).toContain("В, Белов · 4 раб. дн.\nи ещё 2");
  expect(labels(card)).toContain("Просрочено · 5");
  const [drawn] = await desk.world.db.read<{ params: string }>(
    `select params::text as params from deliveries where chat_id = $1 and card_key like 'digest%'`,
    [manager.telegramId],
  );
  expect(drawn?.params).toContain(`startapp=o${desk.object.id}_tasks_overdue`);
});

test("what is due on a day off says its day under a heading that covers it", async () => {
  // Saturday's and Monday's: the morning is Friday's, the office rests over the weekend.
  await task({ title: "КМД", deadline: "2026-09-12" });
  await task({ title: "Схема", deadline: "2026-09-14" });
  const card = await cardOf(foreman, "2026-09-11T04:15:00Z");
  expect(card?.text).toContain("<b>До пн, 14 сентября</b>\nКМД · завтра\nСхема");
});

test("days without a word of the shifts are counted to the manager, and to the director from the second", async () => {
  const { world, object } = desk;
  await enterFact.run(world.ctx(foreman), {
    objectId: object.id,
    floorVolumeId: object.cell("Юг", "1", "МОД"),
    date: "2026-09-08",
    quantity: "12",
  } as never);
  // Wednesday has its answer in Tuesday's fact.
  expect((await cardOf(manager, "2026-09-09T05:30:00Z"))?.text).not.toContain("Нет факта");
  expect((await cardOf(manager, "2026-09-10T05:30:00Z"))?.text).toContain("<b>Нет факта 1-й день</b>");
  expect((await cardOf(director, "2026-09-10T06:00:00Z"))?.text).not.toContain("Нет факта");
  expect((await cardOf(manager, "2026-09-11T05:30:00Z"))?.text).toContain("<b>Нет факта 2-й день</b>");
  expect((await cardOf(director, "2026-09-11T06:00:00Z"))?.text).toContain("<b>Нет факта 2-й день</b>");
  // A shift that closed itself says nothing; one that somebody closed is an answer.
  await world.db.sql`insert into shift_closings (object_id, date, shift, closed_at, whole, silent)
    values (${object.id}, '2026-09-10', 'day', ${world.now}, true, '[]')`;
  expect((await cardOf(director, "2026-09-14T06:00:00Z"))?.text).toContain("<b>Нет факта 4-й день</b>");
  const now = new Date("2026-09-14T15:00:00Z");
  const closed = { objectId: object.id, date: "2026-09-14", rest: { code: "weather_wind" } } as const;
  await closeShift.run(world.ctx(foreman, { now }), closed);
  expect((await cardOf(manager, "2026-09-15T05:30:00Z"))?.text).not.toContain("Нет факта");
  expect((await cardOf(director, "2026-09-15T06:00:00Z"))?.text).not.toContain("Нет факта");
});

test("a returned entry is its author's to correct in their time, then stands before who still may", async () => {
  const { world, object } = desk;
  const { fact } = await enterFact.run(world.ctx(foreman), {
    objectId: object.id,
    floorVolumeId: object.cell("Юг", "1", "МОД"),
    date: "2026-09-08",
    quantity: "12",
  } as never);
  const move = { factId: fact.id, version: fact.version, move: "return", reason: "нет фото" } as const;
  await decideFact.run(world.ctx(manager), move as never);
  const second = await clock.at("2026-09-10T04:15:00Z");
  const own = second.find(({ chat, text }) => chat === foreman.telegramId && text.includes("🌅"));
  expect(own?.text).toContain("Возвращено, исправьте до смены");
  expect((await cardOf(manager, "2026-09-10T05:30:00Z"))?.text).not.toContain("Возвращено");
  expect((await cardOf(foreman, "2026-09-11T04:15:00Z"))?.text ?? "").not.toContain("Возвращено");
  const keeper = await cardOf(manager, "2026-09-11T05:30:00Z");
  expect(keeper?.text).toContain("<b>Возвращено и не исправлено: исправьте</b>\nМодули · Юг 1");
  expect(keeper?.buttons.map(({ data }) => data)).toContain(`e1:fix:${fact.id}`);
});
