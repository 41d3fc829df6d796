import { afterEach, beforeEach, expect, test } from "vitest";
import { closeQuiet, type RelayDesk, type Sent } from "../../../platform/notify/testing/relay-desk.ts";
import { sweepSchedule } from "../../../platform/schedule/index.ts";
import { readOfficeDays } from "../../calendar/index.ts";
import { getTask } from "../get-task.ts";
import { dueTaskRows } from "./due-tasks.ts";
import { captions, openTaskDesk, type TaskDesk } from "../testing/task-desk.ts";
import { escalateTasks } from "./escalate-tasks.ts";
import { findEscalations } from "./find-escalations.ts";

let team: TaskDesk;
let desk: RelayDesk;
beforeEach(async () => {
  team = await openTaskDesk();
  ({ desk } = team);
});
afterEach(() => closeQuiet(desk));

/** Moves the clock, sweeps as the scheduler does, and relays. */
async function sweepAt(instant: string): Promise<Sent[]> {
  const { world } = desk;
  const now = new Date(instant);
  desk.deps.now = () => now;
  const due = await findEscalations(world.db, now, 100);
  if (due.length > 0) {
    const ctx = world.ctx(world.job("escalations", "settings.manage"), { now });
    await escalateTasks.run(ctx, { taskIds: due.map(({ taskId }) => taskId) });
  }
  await desk.relay();
  return desk.sent();
}
const levels = async () =>
  desk.world.db.read<{ task: number; level: number; late: number }>(
    `select task_id as task, level, late_days as late from task_escalations order by id`,
    [],
  );
const toWhom = (sent: readonly Sent[]) => sent.map(({ chat }) => chat).toSorted();

const linksOf = async ({ id }: { id: number }): Promise<string[]> => {
  const rows = await desk.world.db.read<{ link: string }>(
    `select deep_link as link from notifications where user_id = $1 and key like 'task.late%' order by id`,
    [id],
  );
  return rows.map(({ link }) => link);
};

test("each level once: the assignee, then РП and author, then the director's digest", async () => {
  // The object works from Monday to Saturday; the foreman is late by its days.
  const id = await team.createTestTask({
    status: "in_progress",
    deadline: "2026-09-08",
    title: "Анкеры <b>&",
  });
  expect(await sweepAt("2026-09-08T15:00:00Z")).toEqual([]);
  expect(await sweepAt("2026-09-09T05:44:59Z")).toEqual([]);
  const [first, ...others] = await sweepAt("2026-09-09T05:45:00Z");
  expect(others).toEqual([]);
  expect(first).toMatchObject({ chat: team.foreman.telegramId, ring: "always" });
  expect(first?.text).toContain("<b>⏰ Просрочено 1 раб. день</b>");
  expect(first?.text).toContain("Анкеры &lt;b&gt;&amp;");
  expect(first?.text).toContain("Через 2 раб. дня увидит РП");
  expect(captions(first)).toEqual(["Сдать", "Перенести", "Не могу сделать", "Открыть"]);
  expect(await sweepAt("2026-09-09T12:00:00Z")).toEqual([]);
  expect(await sweepAt("2026-09-10T06:00:00Z")).toEqual([]);
  const second = await sweepAt("2026-09-11T06:00:00Z");
  expect(toWhom(second)).toEqual(
    [team.foreman, team.manager, team.engineer].map(({ telegramId }) => telegramId).toSorted(),
  );
  const managers = second.find(({ chat }) => chat === team.manager.telegramId);
  expect(managers?.text).toContain("<b>⏰ Просрочено 3 раб. дня</b>");
  expect(captions(managers)).toEqual(["Вмешаться", "Переназначить", "Изменить", "Открыть"]);
  // The notice of one task opens it, not a list that may hold others.
  expect(await linksOf(team.manager)).toEqual([`t${id}`]);
  expect(await sweepAt("2026-09-14T06:00:00Z")).toEqual([]);
  expect(await sweepAt("2026-09-15T06:00:00Z")).toEqual([]);
  const third = await sweepAt("2026-09-16T06:00:00Z");
  expect(toWhom(third)).toHaveLength(3);
  const toldForeman = third.find(({ chat }) => chat === team.foreman.telegramId);
  expect(toldForeman?.text).toContain("РП, автор и директор знают");
  expect(await sweepAt("2026-09-25T06:00:00Z")).toEqual([]);
  expect(await levels()).toEqual([
    { task: id, level: 1, late: 1 },
    { task: id, level: 3, late: 3 },
    { task: id, level: 7, late: 7 },
  ]);
});

test("regression 30: after days of outage the level that is due is told, once, and none that was passed", async () => {
  const id = await team.createTestTask({ status: "in_progress", deadline: "2026-09-08" });
  const sent = await sweepAt("2026-09-12T06:00:00Z");
  expect(await levels()).toEqual([{ task: id, level: 3, late: 4 }]);
  expect(sent).toHaveLength(3);
  expect(await sweepAt("2026-09-12T06:15:00Z")).toEqual([]);
});

test("what has been late for weeks is not told when the product first looks", async () => {
  await team.createTestTask({ status: "in_progress", deadline: "2026-08-10" });
  expect(await sweepAt("2026-09-08T06:00:00Z")).toEqual([]);
  expect(await levels()).toEqual([]);
});

test("an office worker is late by the office's days, and nobody on a day off", async () => {
  // Friday's deadline: the object works on Saturday, the office does not.
  const site = await team.createTestTask({ status: "in_progress", deadline: "2026-09-11" });
  const office = await team.createTestTask({
    status: "in_progress",
    deadline: "2026-09-11",
    assigneeId: team.engineer.id,
    creatorId: team.manager.id,
  });
  await sweepAt("2026-09-12T06:00:00Z");
  expect(await levels()).toEqual([{ task: site, level: 1, late: 1 }]);
  expect(await sweepAt("2026-09-13T06:00:00Z")).toEqual([]);
  await sweepAt("2026-09-14T06:00:00Z");
  expect(await levels()).toContainEqual({ task: office, level: 1, late: 1 });
});

test("several of one object are one message to the РП, with a row each", async () => {
  for (const title of ["Люльки", "Кронштейны", "Схема"])
    await team.createTestTask({ status: "in_progress", deadline: "2026-09-08", title });
  const sent = await sweepAt("2026-09-11T06:00:00Z");
  const managers = sent.filter(({ chat, status }) => chat === team.manager.telegramId && status === "queued");
  expect(managers).toHaveLength(1);
  expect(managers[0]?.text).toContain("просрочены 3 задачи");
  expect(captions(managers[0])).toEqual(["Разобрать"]);
  expect(await linksOf(team.manager)).toEqual([`o${desk.object.id}_tasks_overdue`]);
  expect(managers[0]?.text).toContain("Кронштейны · Белов · 3 раб. дн.");
});

test.each([
  ["completion", { status: "done", completedAt: new Date("2026-09-08T07:00:00Z") }],
  ["handing in", { status: "review" }],
  ["another date", { deadline: "2026-10-01" }],
  [
    "waiting for another task",
    {
      status: "blocked",
      blockedReason: "нет стекла",
      blockerTaskId: 1,
      blockedAt: new Date("2026-09-08T07:00:00Z"),
    },
  ],
] as const)("%s ends the ladder", async (_what, values) => {
  const id = await team.createTestTask({ status: "in_progress", deadline: "2026-09-08" });
  await sweepAt("2026-09-09T06:00:00Z");
  await team.become(id, values);
  expect(await sweepAt("2026-09-16T06:00:00Z")).toEqual([]);
  expect(await levels()).toHaveLength(1);
});

test("the clock of a task that stands runs for who is named to help, by their days, and for its managers", async () => {
  const id = await team.createTestTask({
    status: "blocked",
    deadline: "2026-09-08",
    creatorId: team.manager.id,
    blockedReason: "нет протокола",
    blockerUserId: team.engineer.id,
    blockedAt: desk.world.now,
  });
  const [told, ...others] = await sweepAt("2026-09-09T06:00:00Z");
  expect(others).toEqual([]);
  expect(told).toMatchObject({ chat: team.engineer.telegramId, ring: "always" });
  expect(told?.text).toContain("Задача стоит и ждёт вас. Через 2 раб. дня увидит РП.");
  expect(told?.text).toContain("Причина  нет протокола");
  expect(captions(told)?.[0]).toBe("Решить");
  const third = await sweepAt("2026-09-11T06:00:00Z");
  expect(toWhom(third)).toEqual([team.manager, team.engineer].map(({ telegramId }) => telegramId).toSorted());
  const managers = third.find(({ chat }) => chat === team.manager.telegramId);
  expect(managers?.text).toContain("Кто поможет  ");
  const ctx = desk.world.ctx(team.manager, { now: new Date("2026-09-11T07:00:00Z") });
  expect((await getTask.run(ctx, { taskId: id })).ladder).toMatchObject({ next: { level: 7 } });
  // The office rests on Saturday: neither does the clock of who works there run.
  expect(await sweepAt("2026-09-12T06:00:00Z")).toEqual([]);
});

test("a held object is silent, and a new deadline begins a new ladder", async () => {
  const id = await team.createTestTask({ status: "in_progress", deadline: "2026-09-08" });
  await desk.world.db.sql`update objects set status = 'on_hold', held_since = '2026-09-08'`;
  expect(await sweepAt("2026-09-16T06:00:00Z")).toEqual([]);
  await desk.world.db.sql`update objects set status = 'active', held_since = null`;
  await sweepAt("2026-09-09T06:00:00Z");
  await team.become(id, { deadline: "2026-09-15" });
  await sweepAt("2026-09-16T06:00:00Z");
  expect((await levels()).map(({ level }) => level)).toEqual([1, 1]);
});

test("a deputy is told instead of who is away", async () => {
  const { world, object } = desk;
  await world.db
    .sql`insert into delegations (principal_id, deputy_id, object_id, from_day, to_day, created_by, created_at)
    values (${team.foreman.id}, ${team.surveyor.id}, ${object.id}, '2026-09-09', '2026-09-20', ${team.manager.id}, ${world.now})`;
  await team.createTestTask({ status: "in_progress", deadline: "2026-09-08" });
  const sent = await sweepAt("2026-09-09T06:00:00Z");
  expect(toWhom(sent)).toEqual([team.surveyor.telegramId]);
  expect(sent[0]?.text).toContain("По замещению: Белов");
});

test("an event that waited while the task was completed rings nobody", async () => {
  const id = await team.createTestTask({ status: "in_progress", deadline: "2026-09-08" });
  const payload = { deadline: "2026-09-08", level: 3, lateDays: 3 };
  await team.become(id, { status: "review" });
  expect(await team.tell("task.escalated", id, null, payload)).toEqual([]);
});

test("reminders of a deadline go to who has no morning card, the working day before and on the day", async () => {
  const { world } = desk;
  const sweep = async (instant: string) => {
    const now = new Date(instant);
    desk.deps.now = () => now;
    await sweepSchedule({ ...desk.deps, now: () => now }, { due: dueTaskRows, paced: [], readOfficeDays });
    await desk.relay();
    return desk.sent();
  };
  // Monday's deadline: Saturday is the working day before.
  await team.createTestTask({ status: "in_progress", deadline: "2026-09-14" });
  expect(await sweep("2026-09-12T06:00:00Z")).toEqual([]);
  await world.db
    .sql`insert into notification_settings (user_id, morning_digest) values (${team.foreman.id}, false)`;
  const [tomorrow] = await sweep("2026-09-12T06:01:00Z");
  expect(tomorrow?.text).toContain("⏰ Закрыть");
  expect(captions(tomorrow)).toEqual(["Сдать", "Перенести", "Не могу сделать", "Открыть"]);
  expect(await sweep("2026-09-13T06:00:00Z")).toEqual([]);
  const [today] = await sweep("2026-09-14T06:00:00Z");
  expect(today?.text).toContain("сегодня");
  expect(await sweep("2026-09-14T06:05:00Z")).toEqual([]);
});

test("the ladder says whom the lateness was told and who is next, by the calendar of the assignee", async () => {
  const { world } = desk;
  const ladderOf = async (taskId: number, now: string) => {
    const ctx = world.ctx(team.manager, { now: new Date(now) });
    return (await getTask.run(ctx, { taskId })).ladder;
  };
  // Friday's deadline: the object works on Saturday, the office does not.
  const site = await team.createTestTask({ status: "in_progress", deadline: "2026-09-11" });
  const office = await team.createTestTask({
    status: "in_progress",
    deadline: "2026-09-11",
    assigneeId: team.engineer.id,
    creatorId: team.manager.id,
  });
  expect(await ladderOf(site, "2026-09-11T12:00:00Z")).toBeNull();
  expect(await ladderOf(site, "2026-09-12T05:00:00Z")).toEqual({
    told: [],
    next: { level: 1, day: "2026-09-12" },
  });
  await sweepAt("2026-09-12T06:00:00Z");
  expect(await ladderOf(site, "2026-09-12T07:00:00Z")).toEqual({
    told: [{ level: 1, lateDays: 1, at: "2026-09-12T06:00:00.000Z" }],
    next: { level: 3, day: "2026-09-15" },
  });
  expect(await ladderOf(office, "2026-09-12T07:00:00Z")).toEqual({
    told: [],
    next: { level: 1, day: "2026-09-14" },
  });
  await sweepAt("2026-09-21T06:00:00Z");
  expect(await ladderOf(site, "2026-09-21T07:00:00Z")).toEqual({
    told: [
      { level: 1, lateDays: 1, at: "2026-09-12T06:00:00.000Z" },
      { level: 7, lateDays: 8, at: "2026-09-21T06:00:00.000Z" },
    ],
    next: null,
  });
  await team.become(site, { status: "review" });
  expect(await ladderOf(site, "2026-09-21T08:00:00Z")).toMatchObject({ next: null });
  await team.become(site, { status: "in_progress", deadline: "2026-10-01" });
  expect(await ladderOf(site, "2026-09-21T08:00:00Z")).toBeNull();
});

test("regression 32: lateness is shown beside the state of a task and never overwrites it, at no level", async () => {
  const { world } = desk;
  const stopped = { blockedReason: "нет стекла", blockerUserId: team.manager.id, blockedAt: world.now };
  const states = { assigned: {}, in_progress: {}, review: {}, blocked: stopped } as const;
  const ids = new Map<number, string>();
  for (const [status, more] of Object.entries(states))
    ids.set(
      await team.createTestTask({ status: status as "review", deadline: "2026-09-08", ...more }),
      status,
    );
  for (const day of ["09", "11", "16"]) {
    const now = new Date(`2026-09-${day}T06:00:00Z`);
    await sweepAt(now.toISOString());
    for (const [taskId, status] of ids) {
      const task = await getTask.run(world.ctx(team.manager, { now }), { taskId });
      expect(task).toMatchObject({ status, flags: { overdue: true } });
    }
  }
  const [moved] = await world.db.read(
    "select count(*)::int as n from entity_moves where entity_type = 'task'",
    [],
  );
  expect(moved).toEqual({ n: 0 });
});
