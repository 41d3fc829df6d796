import type { ObjectStatus, ShiftRecord } from "@stsphera/contracts";
import { can, limitOn } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import { type Context, instantText, personRow, type Tx, undoableUntil } from "../../kernel/index.ts";
import { fileJson, filesJson, withLinks } from "../../platform/attachments/index.ts";
import { UNDO_MINUTES } from "../facts/index.ts";
import { isChangeable } from "../objects/index.ts";
import type { StoredFile } from "../../platform/attachments/index.ts";
import { shiftSight } from "./shift-attachments.ts";

type StoredPhoto = Omit<ShiftRecord["photos"][number], "url" | "thumbUrl" | "status"> & StoredFile;
/** A record as stored, before its links are signed for a reader. */
export type ShiftRecordRow = Omit<ShiftRecord, "photos" | "can"> & {
  photos: StoredPhoto[];
  objectStatus: ObjectStatus;
};

/** All columns of one record; `r` is the record. */
export const RECORD_COLUMNS = `
  r.id, r.object_id as "objectId", r.date::text as date, r.shift, r.kind, r.code, r.words as text, r.party,
  o.status as "objectStatus", ${personRow("u")} as author, ${instantText("r.created_at")} as "createdAt", r.version,
  case when r.withdrawn_at is not null then json_build_object('by', ${personRow("b")},
    'at', ${instantText("r.withdrawn_at")}, 'reason', r.withdraw_reason) end as withdrawn,
  (select json_agg(json_build_object('id', c.id, 'code', c.code, 'lead', c.lead, 'workers', x.workers,
      'hours', trim_scale(x.hours)::text) order by c.code)
    from shift_record_crews x join crews c on c.id = x.crew_id where x.record_id = r.id) as crews,
  (select trim_scale(sum(x.workers * x.hours))::text from shift_record_crews x where x.record_id = r.id) as "manHours",
  ${filesJson("shift_record", "r.id", fileJson("photo"))} as photos`;

export const RECORD_TABLES = `
  shift_records r
  join objects o on o.id = r.object_id
  join users u on u.id = r.author_id
  left join users b on b.id = r.withdrawn_by`;

/** Reads a record that was just written. */
export async function readShiftRecord(tx: Tx, recordId: number): Promise<ShiftRecordRow> {
  const [row] = await tx.execute<ShiftRecordRow>(
    sql`select ${sql.raw(RECORD_COLUMNS)} from ${sql.raw(RECORD_TABLES)} where r.id = ${recordId}`,
  );
  if (row === undefined) throw new Error("a record of a shift was not stored");
  return row;
}

/** Presents a record to the reader: signed photo links, and who may take it back how. */
export function presentShiftRecord(
  ctx: Context,
  { objectStatus, photos, ...record }: ShiftRecordRow,
): ShiftRecord {
  const sight = shiftSight(record.objectId);
  const open = record.withdrawn === null && isChangeable(objectStatus);
  const target = { objectId: record.objectId };
  const until = undoableUntil(new Date(record.createdAt), UNDO_MINUTES);
  const isOwn = ctx.actor.kind === "user" && ctx.actor.id === record.author.id;
  const undoes = open && isOwn && ctx.now < until && can(ctx.actor, "fact.enter", target);
  return {
    ...record,
    photos: photos.map((photo) => withLinks(ctx, sight, photo)),
    can: {
      undoUntil: undoes ? until.toISOString() : null,
      withdraw: open && can(ctx.actor, "fact.reverse", target),
    },
  };
}

/** Observers see no records of shifts. */
export const isShiftObserver = (ctx: Context, objectId: number): boolean =>
  limitOn(ctx.actor, "fact.view", { objectId }) === "confirmed_only";
