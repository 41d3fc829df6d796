import { schema } from "@stsphera/db";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { correctFact, decideFact, enterFact, reverseFact } from "../../domains/facts/index.ts";
import { changeUserRole } from "../../domains/people/index.ts";
import { DECISION_SOURCES } from "../../domains/index.ts";
import { repairDecisions, rebuildDecisions } from "../../domains/verbs.ts";
import { requestReschedule, updateTask } from "../../domains/tasks/index.ts";
import { addDueDecisions } from "./index.ts";
import { refusalOf } from "../../testing/index.ts";
import { type ApprovalScene, openApprovalScene } from "./testing/approval-scene.ts";

let scene: ApprovalScene;
beforeAll(async () => {
  scene = await openApprovalScene();
});
afterAll(() => scene.world.close());

const JOB = { kind: "system", job: "consistency", permissions: ["settings.manage"] } as const;
const rebuild = () => rebuildDecisions({ db: scene.world.db, now: scene.world.now, actor: JOB });
const stored = () =>
  scene.world.db.read<{ kind: string; permission: string; relation: string | null; beyond: string | null }>(
    `select object_id, entity_type, entity_id, kind, permission, relation, beyond, holder_id, except_user_ids,
       company_wide, due_on::text, since, batch
     from pending_decisions order by entity_type, entity_id, kind, coalesce(holder_id, 0)`,
    [],
  );
const records = () =>
  scene.world.db.read<{ type: string; before: object | null; after: object | null; job: string }>(
    `select entity_type as type, before, after, actor_job as job from audit_log where action = 'decisions.mend' order by id`,
    [],
  );
const entered = async (facade: string, floor: string) =>
  (
    await enterFact.run(scene.world.ctx(scene.foreman), {
      objectId: scene.here.id,
      floorVolumeId: scene.here.cell(facade, floor, "МОД"),
      date: "2026-09-08",
      quantity: "3",
    })
  ).fact;

/** Creates every kind of waiting decision, and things that wait no more. */
beforeAll(async () => {
  const { world, manager, pto, foreman, admin } = scene;
  await scene.given(manager);
  await scene.handedIn(pto);
  await scene.handedIn(manager, manager);
  await scene.move(manager, await scene.handedIn(pto), "done");
  const asked = await scene.given(pto);
  const input = { deadline: "2026-09-14", reason: "лаборатория занята" };
  await requestReschedule.run(world.ctx(foreman), { taskId: asked, ...input });
  const moved = await scene.given(pto);
  await requestReschedule.run(world.ctx(foreman), { taskId: moved, ...input });
  await updateTask.run(world.ctx(pto), { taskId: moved, version: 1, deadline: "2026-09-12" });
  const [waits, confirmed, corrected, reversed] = [
    await entered("Юг", "1"),
    await entered("Юг", "2"),
    await entered("Запад", "1"),
    await entered("Запад", "2"),
  ];
  expect(waits.status).toBe("submitted");
  await decideFact.run(world.ctx(pto), { factId: confirmed.id, to: "confirmed", version: confirmed.version });
  const right = { factId: corrected.id, version: corrected.version, quantity: "4" };
  await correctFact.run(world.ctx(foreman), right);
  const taken = { factId: reversed.id, version: reversed.version, reason: "не тот этаж" };
  await reverseFact.run(world.ctx(pto), taken);
  await world.createUser({ role: null, status: "pending" });
  const role = { userId: foreman.id, version: 1, role: "installer" as const };
  await changeUserRole.run(world.ctx(admin), role);
});

test("moves write exactly the computed decisions, with rights registered by their domains", async () => {
  expect(await rebuild()).toEqual({ differences: [], mended: 0 });
  const rows = await stored();
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(
    new Set(["task_to_take", "task_to_judge", "reschedule", "fact_days", "person"]),
  );
  const registered = DECISION_SOURCES.flatMap(({ decidedBy }) => decidedBy).map(
    ({ permission, relation, beyond }) => [permission, relation ?? null, beyond ?? null].join(),
  );
  for (const { permission, relation, beyond } of rows)
    expect(registered).toContain([permission, relation, beyond].join());
});

test("the entries of a user who becomes or ceases to be an installer are reassigned to other deciders", async () => {
  const limits = async () =>
    (await stored()).filter(({ kind }) => kind === "fact_days").map(({ beyond }) => beyond);
  expect(await limits()).toEqual([null, null]);
  const role = { userId: scene.foreman.id, version: 2, role: "construction_itr" as const };
  await changeUserRole.run(scene.world.ctx(scene.admin), role);
  expect(await limits()).toEqual(["installers_entries", "installers_entries"]);
  expect((await rebuild()).differences).toEqual([]);
});

/** Manual damage to the rows, with the difference found: stored and expected. */
const CORRUPTIONS = [
  ["every row gone", "delete from pending_decisions", "missing"],
  [
    "a kind gone",
    "delete from pending_decisions where kind = 'task_to_judge' and holder_id is null",
    "missing",
  ],
  [
    "a thing without waiting decisions",
    `insert into pending_decisions (object_id, entity_type, entity_id, kind, permission, since)
     select object_id, 'task', id, 'task_to_judge', 'task.approve', status_since from tasks where status = 'done'`,
    "extra",
  ],
  [
    "an unknown thing",
    `insert into pending_decisions (entity_type, entity_id, kind, permission, since)
     values ('order', 7, 'order', 'supply.approve', now())`,
    "extra",
  ],
  ["another holder", "update pending_decisions set holder_id = 1 where kind = 'task_to_take'", "both"],
  ["another day", "update pending_decisions set due_on = '2026-01-01'", "changed"],
  ["another limit", "update pending_decisions set beyond = null where kind = 'fact_days'", "changed"],
  [
    "nobody excepted",
    "update pending_decisions set except_user_ids = '{}' where kind = 'reschedule'",
    "changed",
  ],
] as const;

describe("manual damage is found, repaired and recorded", () => {
  test.each(CORRUPTIONS)("%s", async (_name, statement, fault) => {
    const right = await stored();
    const before = await records();
    await scene.world.db.sql.unsafe(statement);
    const { differences, mended } = await rebuild();
    expect(differences.length).toBeGreaterThan(0);
    const faults = differences.map(({ stored: was, due }) =>
      was === null ? "missing" : due === null ? "extra" : "changed",
    );
    expect(new Set(faults)).toEqual(new Set(fault === "both" ? ["missing", "extra"] : [fault]));
    expect(mended).toBe(differences.length);
    expect(await stored()).toEqual(right);
    expect((await rebuild()).differences).toEqual([]);
    expect((await records()).slice(before.length)).toEqual(
      differences.map(({ entityType, stored: was, due }) => ({
        type: entityType,
        before: was,
        after: due,
        job: "consistency",
      })),
    );
  });
});

test("differences across many compared parts are all found, and other rows are left alone", async () => {
  const right = await stored();
  const { world, here, foreman, manager } = scene;
  await world.db.sql`
    insert into tasks (object_id, title, status, creator_id, assignee_id, created_at, assigned_at, status_since)
    select ${here.id}::int, 'Задача ' || n, 'assigned', ${manager.id}::int, ${foreman.id}::int, ${world.now},
      ${world.now}, ${world.now} from generate_series(1, 2000) n`;
  const { differences, mended } = await rebuild();
  expect([differences.length, mended]).toEqual([2000, 2000]);
  expect((await rebuild()).differences).toEqual([]);
  expect(await stored()).toHaveLength(right.length + 2000);
});

test("an empty table is filled with the same rows", async () => {
  const right = await stored();
  await scene.world.db.orm.transaction(async (tx) => {
    await tx.delete(schema.pendingDecisions);
    await addDueDecisions(tx, DECISION_SOURCES);
  });
  expect(await stored()).toEqual(right);
});

test("no user may repair decisions, not even an admin, and a job only with the permission", async () => {
  const before = await scene.world.traces();
  const things = [{ entityType: "task", entityId: 1 }];
  for (const actor of [scene.admin, scene.world.job("consistency")]) {
    const refusal = await refusalOf(repairDecisions.run(scene.world.ctx(actor), { things }));
    expect(refusal.code).toBe("forbidden");
  }
  expect(await scene.world.traces()).toEqual(before);
});
