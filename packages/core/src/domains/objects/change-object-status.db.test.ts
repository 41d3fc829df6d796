import type { ObjectStatus } from "@stsphera/contracts/vocabulary";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { changeObjectStatus } from "./change-object-status.ts";
import { createObject } from "./create-object.ts";

let world: World;
let admin: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  admin = await world.as("admin");
});
afterAll(() => world.close());

const reason = "перенос действующего объекта";
const draft = () => world.createTestObject({ volumes: [], active: false });
const move = (actor: UserActor, objectId: number, to: ObjectStatus, version: number, words?: string) =>
  changeObjectStatus.run(world.ctx(actor), {
    objectId,
    to,
    version,
    ...(words === undefined ? {} : { reason: words }),
  });

test("planning needs dates, a manager and a facade, and the refusal names what is missing", async () => {
  const clerk = await world.as("contract");
  const made = await createObject.run(world.ctx(clerk), {
    name: "Пустой",
    city: "",
    address: "",
    customer: "",
    facadeTypes: ["nvf"],
  });
  const before = await world.traces();
  const refusal = await refusalOf(move(await world.again(clerk), made.id, "planning", 1));
  expect(fieldsOf(refusal)).toEqual(
    ["contractDate", "deadline", "projectManagerId", "facades"].map((path) => `${path}: needed_for_planning`),
  );
  expect(await world.traces()).toEqual(before);
});

test("a complete draft goes to planning", async () => {
  const { id, version } = await draft();
  const manager = await world.as("project_manager");
  expect(await move(manager, id, "planning", version)).toMatchObject({
    status: "planning",
    version: version + 1,
  });
});

test.each(["director", "project_manager"] as const)(
  "a running object is started by %s, with a comment",
  async (role) => {
    const { id, version } = await draft();
    const starter = await world.as(role);
    const foreman = await world.as("construction_itr");
    expect(fieldsOf(await refusalOf(move(starter, id, "active", version)))).toEqual([
      "reason: reason_required",
    ]);
    expect(await refusalOf(move(foreman, id, "active", version, reason))).toMatchObject({
      code: "forbidden",
      details: { permission: "object.transfer" },
    });
    const moved = await move(starter, id, "active", version, reason);
    expect(moved).toMatchObject({
      status: "active",
      can: { actions: expect.arrayContaining(["hold"]) as unknown },
    });
  },
);

test("a pause stores its first day, and resuming clears it", async () => {
  const { id, version } = await world.createTestObject({ volumes: [] });
  const manager = await world.as("project_manager");
  const heldSince = async () => {
    const [row] = await world.db.read<{ day: string | null }>(
      "select held_since::text as day from objects where id = $1",
      [id],
    );
    return row?.day;
  };
  await move(manager, id, "on_hold", version, "заказчик остановил работы");
  expect(await heldSince()).toBe("2026-09-08");
  await move(manager, id, "active", version + 1, "заказчик снял запрет");
  expect(await heldSince()).toBeNull();
});

test("a user who may not hand an object over may not do so from a pause either, but may end the pause", async () => {
  const { id, version } = await world.createTestObject({ volumes: [] });
  const foreman = await world.as("construction_itr");
  expect(await refusalOf(move(foreman, id, "on_hold", version, "просто так"))).toMatchObject({
    code: "forbidden",
    details: { permission: "object.hold" },
  });
});

test("an impossible move is refused with the allowed ones", async () => {
  const { id, version } = await world.createTestObject({ volumes: [] });
  const before = await world.traces();
  for (const to of ["draft", "planning", "active", "closed", "archived"] as const) {
    const refusal = await refusalOf(move(admin, id, to, version, reason));
    const details = { allowed: ["hold", "complete"] };
    expect(refusal).toMatchObject({ code: "invalid_transition", details });
  }
  expect(await world.traces()).toEqual(before);
});

test("an older version is refused before the state is checked", async () => {
  const { id, version } = await draft();
  const refusal = await refusalOf(move(admin, id, "closed", version + 5, reason));
  expect(refusal.code).toBe("version_conflict");
});

test("a creator archives their draft, but not once it is planned", async () => {
  const clerk = await world.as("contract");
  const passport = { name: "Ошибка", city: "", address: "", customer: "", facadeTypes: ["nvf" as const] };
  const made = await createObject.run(world.ctx(clerk), passport);
  const other = await createObject.run(world.ctx(clerk), passport);
  await world.db.sql`update objects set status = 'planning' where id = ${other.id}`;
  const creator = await world.again(clerk);
  expect(await move(creator, made.id, "archived", 1)).toMatchObject({
    status: "archived",
    can: { actions: [] },
  });
  expect(await refusalOf(move(creator, other.id, "archived", 1))).toMatchObject({
    code: "forbidden",
    details: { permission: "object.archive" },
  });
});

test("regression 48: a move records who, when, from, to and why", async () => {
  const { id, version } = await world.createTestObject({ volumes: [] });
  const manager = await world.as("project_manager");
  const ctx = world.ctx(manager);
  const words = "заказчик остановил работы";
  await changeObjectStatus.run(ctx, { objectId: id, to: "on_hold", version, reason: words });
  const rows = await world.db.read<Record<string, unknown>>(
    `select action, entity_type as "entityType", entity_id as "entityId", object_id as "objectId",
       actor_id as "actorId", reason, before, after from audit_log where request_id = $1`,
    [ctx.requestId],
  );
  expect(rows).toEqual([
    {
      action: "object.change_status",
      entityType: "object",
      entityId: id,
      objectId: id,
      actorId: manager.id,
      reason: words,
      before: { status: "active", heldSince: null },
      after: { status: "on_hold", heldSince: "2026-09-08" },
    },
  ]);
});
