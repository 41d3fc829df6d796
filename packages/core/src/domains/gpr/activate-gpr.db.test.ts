import { SIGNER_ROLES } from "@stsphera/schedule/versions";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestWorld, type World } from "../../testing/index.ts";
import { signGpr } from "./sign-gpr.ts";
import { putGpr, SCENE_HASH } from "./testing/gpr-scene.ts";

let world: World;
beforeEach(async () => {
  world = await createTestWorld();
});
afterEach(() => world.close());

/** A version that lacks the manager's signature, with rows that begin soon; every other one has an owner. */
async function pending(rows: number): Promise<{ objectId: number; gprId: number }> {
  const object = await world.createTestObject({ volumes: [], active: false });
  const signers = await Promise.all(
    SIGNER_ROLES.map(async (role) => ({
      role,
      signerId: (await world.as(role)).id,
      signed: role !== "project_manager",
    })),
  );
  const { id: owner } = await world.as("construction_itr");
  const ctx = world.ctx(await world.as("admin"));
  const { id: gprId } = await putGpr(ctx, {
    objectId: object.id,
    createdBy: owner,
    status: "pending_signatures",
    signers,
  });
  await world.db.sql`
    insert into gpr_rows (gpr_id, key, number, sort, name, department, owner_id, duration, start_on, finish_on)
    select ${gprId}, gen_random_uuid(), 1 + n, 1 + n, 'Строка ' || n, 'construction',
      case when n % 2 = 0 then ${owner}::int end, 3, '2026-09-15', '2026-09-17'
    from generate_series(1, ${rows}::int) n`;
  return { objectId: object.id, gprId };
}

async function activate({ gprId }: { gprId: number }): Promise<void> {
  const ctx = world.ctx(await world.as("project_manager"));
  expect(await signGpr.run(ctx, { gprId, hash: SCENE_HASH })).toMatchObject({ status: "active" });
}
/** By how many statements of its transaction the rows of each table were written. */
const statements = async (objectId: number) =>
  (
    await world.db.read(
      `select (select count(distinct t.cmin::text)::int from tasks t where t.object_id = $1) as tasks,
         (select count(distinct d.cmin::text)::int from task_deadlines d join tasks t on t.id = d.task_id
           where t.object_id = $1) as deadlines,
         (select count(distinct p.cmin::text)::int from pending_decisions p where p.object_id = $1
           and p.kind = 'task_to_take') as waiting,
         (select count(distinct m.cmin::text)::int from entity_moves m where m.object_id = $1
           and m.entity_type = 'task') as moves,
         (select count(distinct r.cmin::text)::int from gpr_rows r join gpr_versions v on v.id = r.gpr_id
           where v.object_id = $1 and r.task_id is not null) as rows`,
      [objectId],
    )
  )[0];
const numbers = async (objectId: number) =>
  (
    await world.db.read(
      `select (select count(*)::int from tasks where object_id = $1) as tasks,
         (select count(*)::int from gpr_rows r join gpr_versions v on v.id = r.gpr_id join tasks t on t.id = r.task_id
           where v.object_id = $1 and t.title = r.name and t.assignee_id is not distinct from r.owner_id) as named,
         (select count(*)::int from task_deadlines d join tasks t on t.id = d.task_id where t.object_id = $1) as deadlines,
         (select count(*)::int from pending_decisions where object_id = $1 and kind = 'task_to_take') as waiting,
         (select count(*)::int from entity_moves where object_id = $1 and entity_type = 'task') as moves,
         (select count(*)::int from audit_log where object_id = $1 and entity_type = 'task'
           and by = 'system:gpr_activated') as audit,
         (select count(*)::int from outbox where object_id = $1 and type = 'task.created') as created,
         (select count(*)::int from outbox where object_id = $1 and type = 'task.assigned') as assigned`,
      [objectId],
    )
  )[0];

test("every row that begins soon becomes a task, by a statement a table for a thousand of them", async () => {
  const [small, large] = [await pending(2), await pending(1_999)];
  await activate(small);
  await activate(large);
  expect(await numbers(small.objectId)).toEqual(made(2));
  expect(await numbers(large.objectId)).toEqual(made(1_999));
  expect(await statements(small.objectId)).toEqual({ tasks: 1, deadlines: 1, waiting: 1, moves: 1, rows: 1 });
  expect(await statements(large.objectId)).toEqual({ tasks: 2, deadlines: 2, waiting: 1, moves: 1, rows: 1 });
});

/** What is written for so many rows, half of them with an owner. */
function made(rows: number) {
  const owned = Math.floor(rows / 2);
  return {
    tasks: rows,
    named: rows,
    deadlines: rows,
    waiting: owned,
    moves: owned,
    audit: rows,
    created: rows,
    assigned: owned,
  };
}
