import type { Party, Shift, ShiftRecordKind } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { sql } from "drizzle-orm";
import { big } from "../calculation/index.ts";
import {
  type Context,
  insertRow,
  invalidField,
  type Outcome,
  personOf,
  type Tx,
} from "../../kernel/index.ts";
import { attachFiles } from "../../platform/attachments/index.ts";
import { assertAllowed, type CrewAtWork, lockCrews, whyNotEnter } from "../facts/index.ts";
import { assertShiftDay, lockShiftObject, type ShiftObject } from "./load-shift.ts";
import { readShiftRecord, type ShiftRecordRow } from "./shift-record-row.ts";

const { shiftRecords, shiftRecordCrews } = schema;

type NamedCrew = { crewId: number; workers?: number | undefined; hours?: string | undefined };
type Loaded = { object: ShiftObject; crews: CrewAtWork[] };

/** Locks the object, then the named crews; refuses crews that are not of the object or named twice. */
export async function loadCrews(
  tx: Tx,
  ctx: Context,
  { objectId, crews: named }: { objectId: number; crews: readonly NamedCrew[] },
): Promise<Loaded> {
  const object = await lockShiftObject(tx, ctx, objectId);
  const ids = named.map(({ crewId }) => crewId);
  const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at);
  if (twice >= 0) throw invalidField(`crews.${twice}.crewId`, "crew_twice");
  const crews = await lockCrews(tx, objectId, ids);
  const unknown = ids.findIndex((id) => crews.every((crew) => crew.id !== id));
  if (unknown >= 0) throw invalidField(`crews.${unknown}.crewId`, "unknown_crew");
  return { object, crews };
}

/** Who enters facts of a crew also records what it did without a quantity. */
export function assertMayRecord(ctx: Context, { object, crews }: Loaded): void {
  for (const { userIds } of crews) assertAllowed(whyNotEnter(ctx, object.id, userIds));
}

export type NewRecord = {
  date: string | undefined;
  shift: Shift;
  kind: ShiftRecordKind;
  code: string;
  words: string | null;
  party: Party | null;
  crews: readonly NamedCrew[];
  photoIds: readonly number[];
};

/** Writes a record with its crews and photos. */
export async function writeShiftRecord(
  tx: Tx,
  ctx: Context,
  { object, crews }: Loaded,
  { crews: named, photoIds, ...asked }: NewRecord,
): Promise<Outcome<ShiftRecordRow>> {
  const date = asked.date ?? object.today;
  assertShiftDay(ctx, object, date);
  const sizeOf = (crewId?: number) => crews.find(({ id }) => id === crewId)?.size ?? 1;
  const rows = named.map(({ crewId, workers, hours }) => ({
    crewId,
    workers: workers ?? sizeOf(crewId),
    hours: hours ?? object.shiftHours,
  }));
  const over = rows.findIndex(({ crewId, workers }) => workers > sizeOf(crewId) && asked.words === null);
  if (over >= 0) {
    const size = sizeOf(rows[over]?.crewId);
    throw invalidField(`crews.${over}.workers`, "crew_workers_over", { size });
  }
  await assertNew(tx, { ...asked, objectId: object.id, date, shiftHours: object.shiftHours }, rows);
  if (asked.kind === "downtime") await assertIdle(tx, object, { date, shift: asked.shift }, rows);
  const { id: recordId } = await insertRow(tx, shiftRecords, {
    ...asked,
    date,
    objectId: object.id,
    authorId: personOf(ctx).id,
    createdAt: ctx.now,
  });
  await tx.insert(shiftRecordCrews).values(rows.map((row) => ({ ...row, recordId })));
  const thing = { entityType: "shift_record", entityId: recordId };
  await attachFiles(tx, ctx, thing, {
    objectId: object.id,
    fileIds: photoIds,
    path: "photoIds",
    kind: "photo",
  });
  const { kind, code, words, party, shift } = asked;
  return {
    result: await readShiftRecord(tx, recordId),
    changes: [
      {
        ...thing,
        objectId: object.id,
        before: null,
        after: { date, shift, kind, code, words, party, crews: rows, photoIds },
      },
    ],
    events: [
      {
        type: "shift.recorded",
        objectId: object.id,
        entityType: "object",
        entityId: object.id,
        payload: { date, recordId },
      },
    ],
  };
}

type Asked = Pick<NewRecord, "shift" | "kind" | "code" | "words"> & {
  objectId: number;
  date: string;
  shiftHours: string;
};

/**
 * Refuses idle time that repeats a record of the crew's shift, and hours that together with its others are more than the shift
 * has. Of reasons in words only the same words repeat.
 */
async function assertNew(
  tx: Tx,
  { objectId, date, shift, kind, code, words, shiftHours }: Asked,
  rows: readonly { crewId: number; hours: string }[],
): Promise<void> {
  const ids = rows.map(({ crewId }) => crewId);
  const before = await tx.execute<{ crewId: number; hours: string; same: boolean }>(sql`
    select x.crew_id as "crewId", sum(x.hours)::text as hours,
      bool_or(r.kind = 'downtime' and ${kind} = 'downtime' and r.code = ${code}
        and (r.code <> 'other' or r.words is not distinct from ${words})) as same
    from shift_records r join shift_record_crews x on x.record_id = r.id
    where r.object_id = ${objectId} and r.date = ${date} and r.shift = ${shift} and r.withdrawn_at is null
      and x.crew_id in ${ids}
    group by x.crew_id`);
  const of = (crewId: number) => before.find((row) => row.crewId === crewId);
  const repeated = rows.findIndex(({ crewId }) => of(crewId)?.same === true);
  if (repeated >= 0) throw invalidField(`crews.${repeated}.crewId`, "crew_recorded_already");
  const over = rows.findIndex(({ crewId, hours }) =>
    big(of(crewId)?.hours ?? "0")
      .plus(hours)
      .gt(shiftHours),
  );
  if (over >= 0) throw invalidField(`crews.${over}.hours`, "crew_hours_over_shift", { hours: shiftHours });
}

/** Refuses a whole shift of idle time for a crew with work in that shift: it stood for a part of it. */
async function assertIdle(
  tx: Tx,
  { id, shiftHours }: ShiftObject,
  at: { date: string; shift: Shift },
  rows: readonly { crewId: number; hours: string }[],
): Promise<void> {
  const whole = rows.filter(({ hours }) => big(hours).gte(shiftHours)).map(({ crewId }) => crewId);
  if (whole.length === 0) return;
  const [worked] = await tx.execute<{ crewId: number }>(sql`
    select e.crew_id as "crewId" from daily_plan_fact e
    where e.object_id = ${id} and e.date = ${at.date} and e.shift = ${at.shift} and e.kind = 'work'
      and e.crew_id in ${whole} and not exists (select from daily_plan_fact r where r.reverses_id = e.id)
    limit 1`);
  if (worked === undefined) return;
  const index = rows.findIndex(({ crewId }) => crewId === worked.crewId);
  throw invalidField(`crews.${index}.hours`, "crew_worked_in_shift");
}
