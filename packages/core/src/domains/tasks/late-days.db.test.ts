import { afterEach, beforeEach, expect, test } from "vitest";
import { addDays } from "../../kernel/index.ts";
import { closeQuiet } from "../../platform/notify/testing/relay-desk.ts";
import { officeDaysAfter, readOfficeDays } from "../calendar/index.ts";
import { getObjectBreakdown } from "../dashboard/index.ts";
import { readLateTasks } from "../digest/late-tasks.ts";
import { escalateTasks } from "./escalation/escalate-tasks.ts";
import { findEscalations } from "./escalation/find-escalations.ts";
import { getTask } from "./get-task.ts";
import { listTasks } from "./list-tasks.ts";
import { openTaskDesk, type TaskDesk } from "./testing/task-desk.ts";

let team: TaskDesk;
beforeEach(async () => {
  team = await openTaskDesk();
});
afterEach(() => closeQuiet(team.desk));

test("the office's days are the same in SQL and in the calendar, published years and others", async () => {
  const { db } = team.desk.world;
  const starts = [
    "2025-12-30",
    "2026-02-20",
    "2026-04-29",
    "2026-11-01",
    "2026-12-29",
    "2027-02-19",
    "2028-05-01",
  ];
  for (const from of starts)
    for (const days of [0, 1, 4, 11, 40]) {
      const through = addDays(from, days);
      const [row] = await db.read<{ n: number }>(`select ${officeDaysAfter("$1::date", "$2::date")} as n`, [
        from,
        through,
      ]);
      const listed = days === 0 ? [] : await readOfficeDays(db, addDays(from, 1), through);
      expect([from, days, row?.n]).toEqual([from, days, listed.length]);
    }
});

test("one number of days late: in the list, the card, its message, the object's page, the morning and the escalation", async () => {
  const { world, object } = team.desk;
  const supply = await world.createUser({ role: "supply", fullName: "Снабженец" });
  await world.db.sql`
    insert into object_roles (object_id, user_id, role, since) values (${object.id}, ${supply.id}, 'supply', ${world.now})`;
  // Friday; the object works on Saturdays, the office does not.
  const deadline = "2026-09-04";
  const ofOffice = await team.createTestTask({ status: "in_progress", deadline, assigneeId: supply.id });
  const ofSite = await team.createTestTask({ status: "in_progress", deadline });
  const now = new Date("2026-09-09T06:00:00Z");
  const expected = { [ofOffice]: 3, [ofSite]: 4 };
  const ctx = world.ctx(await world.again(team.manager), { now });

  const { items } = await listTasks.run(ctx, { objectId: object.id });
  expect(Object.fromEntries(items.map(({ id, lateDays }) => [id, lateDays]))).toEqual(expected);
  for (const id of [ofOffice, ofSite])
    expect((await getTask.run(ctx, { taskId: id })).lateDays).toBe(expected[id]);
  const { lateTasks } = await getObjectBreakdown.run(ctx, { objectId: object.id });
  expect(Object.fromEntries((lateTasks?.items ?? []).map(({ id, lateDays }) => [id, lateDays]))).toEqual(
    expected,
  );
  const morning = await readLateTasks(ctx, { objectIds: [object.id], from: 1 });
  expect(Object.fromEntries(morning.map(({ id, lateDays }) => [id, lateDays]))).toEqual(expected);
  const due = await findEscalations(world.db, now, 10);
  expect(Object.fromEntries(due.map(({ taskId, lateDays }) => [taskId, lateDays]))).toEqual(expected);

  team.desk.deps.now = () => now;
  const job = world.ctx(world.job("escalations", "settings.manage"), { now });
  await escalateTasks.run(job, { taskIds: due.map(({ taskId }) => taskId) });
  await team.desk.relay();
  const sent = await team.desk.sent();
  const toSupply = sent.filter(({ chat }) => chat === supply.telegramId);
  expect(toSupply.map(({ text }) => text.split("\n")[0])).toEqual(["<b>⏰ Просрочено 3 раб. дня</b>"]);
  const toManager = sent.filter(({ chat }) => chat === team.manager.telegramId);
  expect(toManager[0]?.text).toMatch(/3 раб\. дн[^]*4 раб\. дн|4 раб\. дн[^]*3 раб\. дн/);
});
