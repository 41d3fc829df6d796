import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestWorld, refusalOf, type TestObject, type World } from "../../testing/index.ts";
import { confirmDay, enterFact } from "../facts/index.ts";
import { getObjectDashboard } from "../objects/index.ts";
import { createZone } from "../zones/index.ts";
import { closeShift, findOverdueShifts, getShift, reopenShift } from "./index.ts";

let world: World;
let foreman: UserActor;
let manager: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  foreman = await world.as("construction_itr");
  manager = await world.as("project_manager");
});
afterAll(() => world.close());

const at = async (actor: UserActor, now: Date | string = world.now) =>
  world.ctx(await world.again(actor), { now: new Date(now) });
const rest = { code: "not_worked" as const };

describe.each([
  ["Europe/Moscow", 3],
  ["Asia/Kamchatka", 12],
])("the end of the year in %s", (timeZone, offset) => {
  /** An instant by the clock of the object. */
  const local = (day: string, clock: string) =>
    new Date(Date.parse(`${day}T${clock}:00Z`) - offset * 3_600_000);
  let here: TestObject;
  beforeAll(async () => {
    const windows = { planStart: "2026-12-01", planFinish: "2027-03-30" };
    const volumes = [{ facade: "Юг", floor: "1", work: "МОД", planQty: "400", ...windows }];
    here = await world.createTestObject({ passport: { timeZone, deadline: "2027-06-30" }, volumes });
  });
  const dayAt = async (now: Date) => (await getShift.run(await at(foreman, now), { objectId: here.id })).date;
  const overdueAt = async (now: Date) =>
    (await findOverdueShifts(world.db, now))
      .filter(({ objectId }) => objectId === here.id)
      .map(({ date }) => date);

  test("a minute to midnight and the hours to six belong to 31 December", async () => {
    expect(await dayAt(local("2026-12-31", "23:59"))).toBe("2026-12-31");
    expect(await dayAt(local("2027-01-01", "05:59"))).toBe("2026-12-31");
    expect(await dayAt(local("2027-01-01", "06:00"))).toBe("2027-01-01");
  });

  test("the last shift of the year is closed at 23:59, else closes itself at noon of the first working day", async () => {
    const days = await world.db.read<{ day: string }>(
      `select day::text as day from object_workdays where object_id = $1 and day between '2026-12-25' and '2027-01-20'
       order by day`,
      [here.id],
    );
    const worked = days.map(({ day }) => day);
    const last = worked.findLast((day) => day < "2027-01-01") ?? "";
    const next = worked.find((day) => day > last) ?? "";
    expect(Date.parse(next) - Date.parse(last)).toBeGreaterThan(3 * 86_400_000);
    const fact = { objectId: here.id, floorVolumeId: here.cell("Юг", "1", "МОД"), date: last, quantity: "3" };
    await enterFact.run(await at(foreman, local(last, "23:58")), fact);
    const closing = await closeShift.run(await at(foreman, local(last, "23:59")), {
      objectId: here.id,
      date: last,
      rest,
    });
    expect(closing).toMatchObject({ date: last, by: foreman.id });
    expect(await overdueAt(local(next, "12:00"))).not.toContain(last);
    const reopened = { closingId: closing.id, version: closing.version };
    await reopenShift.run(await at(foreman, local(last, "23:59")), reopened);
    expect(await overdueAt(local("2027-01-01", "12:00"))).not.toContain(last);
    expect(await overdueAt(local(next, "11:59"))).not.toContain(last);
    expect(await overdueAt(local(next, "12:00"))).toContain(last);
  });
});

test("before the works begin no shift closes itself or is counted, unless something is entered", async () => {
  const windows = { planStart: "2026-09-21", planFinish: "2026-10-30" };
  const volumes = [{ facade: "Юг", floor: "1", work: "МОД", planQty: "40", ...windows }];
  const here = await world.createTestObject({ passport: { startDate: "2026-09-21" }, volumes });
  const overdueAt = async (now: string) =>
    (await findOverdueShifts(world.db, new Date(now)))
      .filter(({ objectId }) => objectId === here.id)
      .map(({ date }) => date);
  const yesterdayAt = async (now: string) =>
    (await getObjectDashboard.run(await at(manager, now), { objectId: here.id })).sinceYesterday?.shifts
      ?.total;
  expect(await overdueAt("2026-09-08T12:00:00Z")).toEqual([]);
  expect(await yesterdayAt("2026-09-08T12:00:00Z")).toBe(0);
  const fact = { objectId: here.id, floorVolumeId: here.cell("Юг", "1", "МОД"), quantity: "1" };
  await enterFact.run(await at(foreman, "2026-09-08T12:00:00Z"), { ...fact, date: "2026-09-08" });
  expect(await overdueAt("2026-09-09T12:00:00Z")).toEqual(["2026-09-08"]);
  expect(await yesterdayAt("2026-09-09T12:00:00Z")).toBe(1);
  expect(await overdueAt("2026-09-10T12:00:00Z")).toContain("2026-09-09");
});

test("the shift of a day before the object was started does not close itself", async () => {
  const here = await world.createTestObject();
  const overdueSince = async (started: string) => {
    await world.db.sql`update entity_moves set at = ${started}
      where entity_type = 'object' and entity_id = ${here.id} and "to" = 'active'`;
    const found = await findOverdueShifts(world.db, new Date("2026-09-08T12:00:00Z"));
    return found.filter(({ objectId }) => objectId === here.id).map(({ date }) => date);
  };
  expect(await overdueSince("2026-09-07T06:00:00Z")).toEqual(["2026-09-07"]);
  expect(await overdueSince("2026-09-08T06:00:00Z")).toEqual([]);
});

describe("at the same time", () => {
  const TODAY = "2026-09-08";
  async function divided() {
    const other = await world.createUser({ fullName: "Антон Жилин" });
    const here = await world.createTestObject({ members: [{ actor: other, roles: ["construction_itr"] }] });
    const admin = world.ctx(await world.as("admin"));
    for (const [name, { id: foremanId }] of [
      ["Юг", foreman],
      ["Запад", other],
    ] as const)
      await createZone.run(admin, {
        objectId: here.id,
        name,
        facadeId: here.facadeId(name),
        fromFloorId: here.floorId("1"),
        toFloorId: here.floorId("2"),
        foremanId,
      });
    return { here, other };
  }
  const closedParts = async ({ id }: TestObject) =>
    world.db.read<{ foreman: number; by: number }>(
      `select foreman_id as foreman, closed_by as by from shift_closings
       where object_id = $1 and reopened_at is null order by foreman_id`,
      [id],
    );

  test("two foremen close their parts, and each part is closed once", async () => {
    const { here, other } = await divided();
    const asked = { objectId: here.id, date: TODAY, rest };
    const [own, others] = [await at(foreman), await at(other)];
    await Promise.all([closeShift.run(own, asked), closeShift.run(others, asked)]);
    const parts = [foreman, other].map(({ id }) => ({ foreman: id, by: id }));
    expect(await closedParts(here)).toEqual(parts.toSorted((a, b) => a.foreman - b.foreman));
  });

  test("a foreman and the manager close one part, and only one of them does", async () => {
    const { here } = await divided();
    const asked = { objectId: here.id, date: TODAY, rest, foremanId: foreman.id };
    const before = await world.traces();
    const [own, managers] = [await at(foreman), await at(manager)];
    const both = await Promise.allSettled([closeShift.run(own, asked), closeShift.run(managers, asked)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await closedParts(here)).toHaveLength(1);
    expect(await world.traces()).toEqual({ audit: before.audit + 1, outbox: before.outbox + 1 });
  });

  test("a shift is opened again while the manager confirms its day: as if one came after the other", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { here } = await divided();
      const floorVolumeId = here.cell("Юг", "1", "МОД");
      const { fact } = await enterFact.run(await at(foreman), {
        objectId: here.id,
        floorVolumeId,
        date: TODAY,
        quantity: "3",
      });
      const closing = await closeShift.run(await at(foreman), { objectId: here.id, date: TODAY, rest });
      const reopen = { closingId: closing.id, version: closing.version };
      const confirm = { objectId: here.id, date: TODAY, factIds: [fact.id] };
      const [own, managers] = [await at(foreman), await at(manager)];
      const [opened, confirmed] = await Promise.allSettled([
        reopenShift.run(own, reopen),
        confirmDay.run(managers, confirm),
      ]);
      expect(confirmed.status).toBe("fulfilled");
      const [row] = await world.db.read<{ status: string; open: boolean }>(
        `select e.status, k.reopened_at is not null as open from daily_plan_fact e, shift_closings k
         where e.id = $1 and k.id = $2`,
        [fact.id, closing.id],
      );
      expect(row).toEqual({ status: "confirmed", open: opened.status === "fulfilled" });
      const again = await refusalOf(
        reopenShift.run(own, { ...reopen, version: opened.status === "fulfilled" ? 2 : 1 }),
      );
      expect(again.details).toMatchObject({
        sentence: opened.status === "fulfilled" ? "shift_not_closed" : "shift_confirmed",
      });
    }
  });
});
