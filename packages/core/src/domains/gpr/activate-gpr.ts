import type { schema } from "@stsphera/db";
import { sql } from "drizzle-orm";
import { addDays, type Change, type Context, type DomainEvent, type Tx } from "../../kernel/index.ts";
import { activateObject, type ObjectRow, todayOn } from "../objects/index.ts";
import { openTask } from "../tasks/index.ts";
import { moveWindows } from "./move-windows.ts";
import { type GprVersionRow, type LoadedGpr, subjectOf } from "./load-gpr.ts";
import { ownerIds, readMembers } from "./members.ts";

/** Rows that begin within so many days of the activation become tasks. */
const TASKS_AHEAD_DAYS = 14;

const BY = "system:gpr_activated";

type Made = { changes: Change[]; events: DomainEvent[] };

/** What follows from the last signature: the object becomes active, rows that begin soon become tasks, volumes their windows. */
export async function activateGpr(
  tx: Tx,
  ctx: Context,
  loaded: LoadedGpr<ObjectRow>,
  gpr: GprVersionRow,
): Promise<Made> {
  const object = await activateObject(tx, loaded.object, BY);
  const tasks = await tasksOfRows(tx, ctx, loaded, gpr);
  const windows = await moveWindows(tx, ctx, gpr);
  const payload = { number: gpr.number, tasks: tasks.count };
  return {
    changes: [...object.changes, ...tasks.changes, ...windows.changes],
    events: [
      { ...subjectOf(gpr), type: "gpr.activated", payload },
      ...object.events,
      ...tasks.events,
      ...windows.events,
    ],
  };
}

type Starting = {
  key: string;
  name: string;
  department: (typeof schema.gprRows.$inferSelect)["department"];
  ownerId: number | null;
  finish: string;
};

/** Leaf rows without volumes that begin from today on, and that no version has made a task of. */
async function tasksOfRows(
  tx: Tx,
  ctx: Context,
  { object, signatures }: LoadedGpr<ObjectRow>,
  gpr: GprVersionRow,
): Promise<Made & { count: number }> {
  const today = todayOn(ctx, object);
  const rows = await tx.execute<Starting>(sql`
    select r.key::text as key, r.name, r.department, r.owner_id as "ownerId", r.finish_on::text as finish
    from gpr_rows r
    where r.gpr_id = ${gpr.id} and r.work is null and r.start_on between ${today}::date
        and ${addDays(today, TASKS_AHEAD_DAYS)}::date
      and not exists (select from gpr_rows c where c.gpr_id = r.gpr_id and c.parent = r.key)
      and not exists (select from gpr_rows f join gpr_versions v on v.id = f.gpr_id
        where v.object_id = ${gpr.objectId} and f.key = r.key and f.task_id is not null)
    order by r.sort`);
  const members = ownerIds(await readMembers(tx, gpr.objectId));
  const manager = signatures.find(({ role }) => role === "project_manager");
  const made: Made & { count: number } = { changes: [], events: [], count: rows.length };
  for (const { key, name, department, ownerId, finish } of rows) {
    const { task, changes, events } = await openTask(tx, ctx, {
      objectId: gpr.objectId,
      title: name.slice(0, 200),
      priority: "normal",
      department,
      deadline: finish,
      ...(ownerId !== null && members.has(String(ownerId)) ? { assigneeId: ownerId } : {}),
      requiredPhotos: 0,
      checklist: [],
      fileIds: [],
      creatorId: manager?.signerId ?? gpr.createdBy,
    });
    await tx.execute(
      sql`update gpr_rows set task_id = ${task.id} where gpr_id = ${gpr.id} and key = ${key}::uuid`,
    );
    made.changes.push(...changes.map((change): Change => ({ ...change, by: BY })));
    made.events.push(...events);
  }
  return made;
}
