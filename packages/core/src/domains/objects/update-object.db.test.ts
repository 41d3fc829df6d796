import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { createDelegation } from "../delegations/index.ts";
import { getObject } from "./get-object.ts";
import { getObjectSettings } from "./get-object-settings.ts";
import { getObjectTeam } from "./get-object-team.ts";
import { saveObjectSettings } from "./save-object-settings.ts";
import { updateObject } from "./update-object.ts";

let world: World;
let manager: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  manager = await world.as("project_manager");
});
afterAll(() => world.close());

async function createTestObject() {
  const object = await world.createTestObject({ team: ["construction_itr", "viewer"] });
  return { ...object, objectId: object.id, ctx: world.ctx(await world.again(manager)) };
}
const curve = async (objectId: number) =>
  world.db.read<{ day: string; hours: string }>(
    "select day::text, hours_through::text as hours from plan_curve where object_id = $1 order by facade_id, day",
    [objectId],
  );
const worked = async (objectId: number, day: string) => {
  const [row] = await world.db.read<{ yes: boolean }>(
    "select exists (select from object_workdays where object_id = $1 and day = $2::date) as yes",
    [objectId, day],
  );
  return row?.yes;
};

describe("basic data", () => {
  test("is changed field by field, and the audit log has old and new values", async () => {
    const { objectId, version, ctx } = await createTestObject();
    const changed = await updateObject.run(ctx, {
      objectId,
      version,
      name: "СПК Блок В",
      city: "Москва",
      contractNo: "СПК-В-1",
      budget: "302 400 000",
    });
    expect(changed).toMatchObject({ name: "СПК Блок В", version: version + 1 });
    const [row] = await world.db.read<{ before: unknown; after: unknown }>(
      "select before, after from audit_log where request_id = $1",
      [ctx.requestId],
    );
    expect(row).toEqual({
      before: { name: "СПК Блок Б", contractNo: null },
      after: { name: "СПК Блок В", contractNo: "СПК-В-1" },
    });
  });

  test("with another work week changes the working days, and the plan is spread over them", async () => {
    const { objectId, version, ctx } = await createTestObject();
    const before = await curve(objectId);
    expect(await worked(objectId, "2026-09-12")).toBe(true);
    await updateObject.run(ctx, { objectId, version, workWeek: [5, 4, 3, 2, 1, 1], followTransfers: true });
    expect(await worked(objectId, "2026-09-12")).toBe(false);
    const after = await curve(objectId);
    expect(after.some(({ day }) => day === "2026-09-12")).toBe(false);
    expect(after.at(-1)?.hours).toBe(before.at(-1)?.hours);
    const card = await getObject.run(ctx, { objectId });
    expect(card).toMatchObject({ workWeek: [1, 2, 3, 4, 5], followTransfers: true });
  });

  test("reports a deadline in an unpublished year", async () => {
    const { objectId, version, ctx } = await createTestObject();
    expect(await getObject.run(ctx, { objectId })).toMatchObject({ calendarProvisional: false });
    await updateObject.run(ctx, { objectId, version, deadline: "2027-03-01" });
    expect(await getObject.run(ctx, { objectId })).toMatchObject({ calendarProvisional: true });
  });

  test.each([
    [{ startDate: "2026-10-18" }, ["deadline: dates_order"]],
    [{ deadline: "2059-01-01" }, ["deadline: date_far"]],
    [{ deadline: null }, ["deadline: needed_for_planning"]],
    [{ contractDate: null }, ["contractDate: needed_for_planning"]],
    [{ timeZone: "Moscow" }, ["timeZone: time_zone"]],
    [{ workWeek: [] }, ["workWeek: too_small"]],
    [{ name: " " }, ["name: too_small"]],
    [{ status: "closed" }, ["status: unknown_field"]],
    [{ name: "СПК Блок Б" }, [": nothing_to_change"]],
    [{}, [": nothing_to_change"]],
  ])("refuses %o", async (wrong, fields) => {
    const { objectId, version, ctx } = await createTestObject();
    const before = await world.traces();
    const refusal = await refusalOf(updateObject.run(ctx, { objectId, version, ...wrong }));
    expect(fieldsOf(refusal)).toEqual(fields);
    expect(await world.traces()).toEqual(before);
  });

  test("keeps the object's own code", async () => {
    const [one, other] = [await createTestObject(), await createTestObject()];
    const { code } = await getObject.run(one.ctx, { objectId: one.id });
    const ask = updateObject.run(other.ctx, { objectId: other.id, version: other.version, code });
    expect(fieldsOf(await refusalOf(ask))).toEqual(["code: code_taken"]);
  });

  test("is unchanged from an older version, on a closed object, and without the right", async () => {
    const { objectId, version, ctx } = await createTestObject();
    const stale = updateObject.run(ctx, { objectId, version: version - 1, name: "Поздно" });
    expect(await refusalOf(stale)).toMatchObject({
      code: "version_conflict",
      details: { current: { version } },
    });
    const foreman = world.ctx(await world.as("construction_itr"));
    const his = updateObject.run(foreman, { objectId, version, name: "Чужое" });
    expect(await refusalOf(his)).toMatchObject({ code: "forbidden", details: { permission: "object.edit" } });
    await world.db.sql`update objects set status = 'closed' where id = ${objectId}`;
    const late = updateObject.run(ctx, { objectId, version, name: "Закрыт" });
    expect(await refusalOf(late)).toMatchObject({ details: { sentence: "object_is_over" } });
  });
});

describe("settings", () => {
  const asked = {
    gateMode: "accepted",
    moduleFactSource: "scan",
    approvalLimit: "450 000",
    shiftStart: "20:00",
    shiftEnd: "08:00",
    dayCutoff: "07:00",
    photosDueFrom: "2026-10-01",
  } as const;

  test("regression 29: saved settings are stored, and shift hours follow shift times", async () => {
    const { objectId, version, ctx } = await createTestObject();
    const saved = await saveObjectSettings.run(ctx, { objectId, version, ...asked });
    const stands = { ...asked, objectId, approvalLimit: "450000", shiftHours: "11", version: version + 1 };
    expect(saved).toEqual(stands);
    expect(await getObjectSettings.run(ctx, { objectId })).toEqual(stands);
  });

  test("show the approval limit only to users who may see money", async () => {
    const { objectId } = await createTestObject();
    const foreman = world.ctx(await world.as("construction_itr"));
    expect(await getObjectSettings.run(foreman, { objectId })).not.toHaveProperty("approvalLimit");
  });

  test("can be saved by the manager's deputy, except the manager's approval limit", async () => {
    const { objectId, version, ctx } = await createTestObject();
    const saved = await saveObjectSettings.run(ctx, { objectId, version, ...asked });
    const standIn = await world.createUser({ role: "geodesist" });
    const days = { fromDay: "2026-09-08", toDay: "2026-09-09" };
    await createDelegation.run(ctx, { deputyId: standIn.id, objectId, ...days });
    const deputy = world.ctx(await world.again(standIn));
    const before = await world.traces();
    const input = { ...asked, objectId, version: saved.version };
    const widened = saveObjectSettings.run(deputy, { ...input, approvalLimit: "9000000" });
    expect(await refusalOf(widened)).toMatchObject({
      code: "forbidden",
      details: { permission: "object.edit", sentence: "limit_not_by_deputy" },
    });
    expect(await world.traces()).toEqual(before);
    const same = await saveObjectSettings.run(deputy, { ...input, dayCutoff: "05:00" });
    expect(same).toMatchObject({ approvalLimit: "450000", dayCutoff: "05:00" });
  });

  test("the manager lowers the limit of their own approvals, and only the administrator raises it", async () => {
    const { objectId, version, ctx } = await createTestObject();
    const lowered = await saveObjectSettings.run(ctx, {
      objectId,
      version,
      ...asked,
      approvalLimit: "100000",
    });
    expect(lowered.approvalLimit).toBe("100000");
    const before = await world.traces();
    for (const approvalLimit of ["100000.01", "500000", "99000000"]) {
      const input = { objectId, version: lowered.version, ...asked, approvalLimit };
      expect(await refusalOf(saveObjectSettings.run(ctx, input))).toMatchObject({
        code: "forbidden",
        details: { permission: "object.edit", sentence: "limit_not_raised_by_oneself" },
      });
    }
    expect(await world.traces()).toEqual(before);
    const admin = world.ctx(await world.as("admin"));
    const input = { objectId, version: lowered.version, ...asked, approvalLimit: "1 500 000" };
    const raised = await saveObjectSettings.run(admin, input);
    expect(raised.approvalLimit).toBe("1500000");
    const kept = await saveObjectSettings.run(ctx, { ...input, version: raised.version, dayCutoff: "05:00" });
    expect(kept).toMatchObject({ approvalLimit: "1500000", dayCutoff: "05:00" });
  });

  test("are refused for a shift without length, from an older version, and without the right", async () => {
    const { objectId, version, ctx } = await createTestObject();
    const before = await world.traces();
    const empty = saveObjectSettings.run(ctx, { objectId, version, ...asked, shiftEnd: "20:00" });
    expect(fieldsOf(await refusalOf(empty))).toEqual(["shiftEnd: shift_empty"]);
    const stale = saveObjectSettings.run(ctx, { objectId, version: version - 1, ...asked });
    expect((await refusalOf(stale)).code).toBe("version_conflict");
    const foreman = world.ctx(await world.as("construction_itr"));
    const his = saveObjectSettings.run(foreman, { objectId, version, ...asked });
    expect((await refusalOf(his)).code).toBe("forbidden");
    expect(await world.traces()).toEqual(before);
  });
});

test("a team lists all roles of each member, and whether the user is still active", async () => {
  const leaver = await world.createUser({ role: "installer", fullName: "Яков Уваров" });
  const members = [{ actor: leaver, roles: ["installer" as const, "geodesist" as const] }];
  const { id: objectId, version } = await world.createTestObject({ team: [], members, volumes: [] });
  await world.db.sql`update users set status = 'deactivated' where id = ${leaver.id}`;
  const team = await getObjectTeam.run(world.ctx(await world.again(manager)), { objectId });
  expect(team.version).toBe(version);
  expect(team.members.map(({ fullName, status, roles }) => ({ fullName, status, roles }))).toEqual([
    { fullName: manager.fullName, status: "active", roles: ["project_manager"] },
    { fullName: "Яков Уваров", status: "deactivated", roles: ["geodesist", "installer"] },
  ]);
});
