import type { UserActor } from "@stsphera/rbac";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  closeQuiet,
  openRelayDesk,
  type RelayDesk,
  type Sent,
} from "../../platform/notify/testing/relay-desk.ts";
import { getObjectDashboard } from "../objects/index.ts";
import { escalateDefects, findLateDefects, listDefects } from "./index.ts";
import { insertDefect } from "./testing/insert-defect.ts";

let desk: RelayDesk;
let manager: UserActor;
let foreman: UserActor;
let reporter: UserActor;

beforeEach(async () => {
  desk = await openRelayDesk();
  const { world } = desk;
  [manager, foreman, reporter] = [
    await world.as("project_manager"),
    await world.as("construction_itr"),
    await world.as("pto"),
  ];
});
afterEach(() => closeQuiet(desk));

const put = (more: object = {}) =>
  insertDefect(desk.world.ctx(manager), desk.object, {
    status: "in_work",
    reporterId: reporter.id,
    responsibleId: foreman.id,
    dueOn: "2026-09-08",
    ...more,
  });

/** Moves the clock, sweeps as the scheduler does, and relays. */
async function sweepAt(instant: string): Promise<Sent[]> {
  const { world } = desk;
  const now = new Date(instant);
  desk.deps.now = () => now;
  const due = await findLateDefects(world.db, now, 100);
  if (due.length > 0) {
    const ctx = world.ctx(world.job("escalations", "settings.manage"), { now });
    await escalateDefects.run(ctx, { defectIds: due.map(({ id }) => id) });
  }
  await desk.relay();
  return desk.sent();
}
const levels = async () =>
  (
    await desk.world.db.read<{ level: number; late: number }>(
      "select level, late_days as late from defect_escalations order by id",
      [],
    )
  ).map(({ level, late }) => `${level}: ${late}`);
const toWhom = (sent: readonly Sent[]) => sent.map(({ chat }) => chat).toSorted();
const chats = (...people: UserActor[]) => people.map(({ telegramId }) => telegramId).toSorted();
const captions = (one: Sent | undefined) => one?.buttons.map(({ text }) => text);

test("each level once: who fixes it, then the managers and the reporter, by the days of the object", async () => {
  await put();
  expect(await sweepAt("2026-09-08T15:00:00Z")).toEqual([]);
  const first = await sweepAt("2026-09-09T06:00:00Z");
  expect(toWhom(first)).toEqual(chats(foreman));
  expect(first[0]?.text).toContain("⏰ Просрочено 1 раб. день: Шов не заполнен");
  expect(first[0]?.text).toContain("Через 2 раб. дня увидит РП");
  expect(captions(first[0])).toEqual(["Устранено", "Оспорить", "Назначить другого", "Открыть"]);
  expect(await sweepAt("2026-09-09T12:00:00Z")).toEqual([]);
  expect(await sweepAt("2026-09-10T06:00:00Z")).toEqual([]);
  const second = await sweepAt("2026-09-11T06:00:00Z");
  expect(toWhom(second)).toEqual(chats(foreman, manager, reporter));
  const managers = second.find(({ chat }) => chat === manager.telegramId);
  expect(managers?.text).toContain("⏰ Просрочено 3 раб. дня");
  expect(captions(managers)).toEqual(["Назначить другого", "Открыть"]);
  // After an outage the level that is due is told, none that was passed.
  expect(toWhom(await sweepAt("2026-09-17T06:00:00Z"))).toHaveLength(3);
  expect(await sweepAt("2026-09-25T06:00:00Z")).toEqual([]);
  expect(await levels()).toEqual(["1: 1", "3: 3", "7: 8"]);
});

test("one that nobody was named for is the managers' at once", async () => {
  await put({ status: "open", responsibleId: null });
  const [told, ...others] = await sweepAt("2026-09-09T06:00:00Z");
  expect(captions(told)).toEqual(["Назначить", "Открыть"]);
  expect(toWhom([...(told === undefined ? [] : [told]), ...others])).toEqual(chats(manager, reporter));
});

test.each([
  ["fixing", "status = 'fixed'"],
  ["a dispute", "status = 'disputed'"],
  ["another day", "due_on = '2026-10-01'"],
])("%s ends the ladder, also of an event that waited", async (_what, change) => {
  const id = await put();
  await sweepAt("2026-09-09T06:00:00Z");
  await desk.world.db.read(`update defects set ${change} where id = $1`, [id]);
  expect(await sweepAt("2026-09-16T06:00:00Z")).toEqual([]);
  await desk.happen({
    type: "defect.escalated",
    entityType: "defect",
    entityId: id,
    actorId: null,
    payload: { dueOn: "2026-09-08", level: 7, lateDays: 7 },
  });
  await desk.relay();
  expect(await desk.sent()).toEqual([]);
  expect(await levels()).toEqual(["1: 1"]);
});

test("what is past its day is counted on the dashboard, and its list holds exactly those", async () => {
  const late = await put();
  await put({ status: "fixed" });
  await put({ dueOn: "2026-09-09" });
  await put({ dueOn: null });
  const ctx = desk.world.ctx(manager, { now: new Date("2026-09-09T06:00:00Z") });
  const { id: objectId } = desk.object;
  expect((await getObjectDashboard.run(ctx, { objectId })).defects).toEqual({
    open: 4,
    critical: 0,
    overdue: 1,
  });
  const { items } = await listDefects.run(ctx, { objectId, overdue: "true" });
  expect(items.map(({ id }) => id)).toEqual([late]);
});
