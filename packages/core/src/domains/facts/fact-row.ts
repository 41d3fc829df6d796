import type { Fact, Photo } from "@stsphera/contracts";
import { limitOn } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import { big, decimal, percentOf } from "../calculation/index.ts";
import { type Context, instantText, personJson, personRow, type Tx } from "../../kernel/index.ts";
import { fileJson, filesJson, withLinks } from "../../platform/attachments/index.ts";
import { factSight } from "./fact-attachments.ts";
import { decisionUndoUntil, type FactAct, mayAct, undoUntil, whyFinal, whyNoPhoto } from "./fact-acts.ts";
import { type Standing, STANDING, STANDING_TABLES } from "./fact-standing.ts";
import { mayConfirm } from "./fact-workflow.ts";

export type StoredPhoto = Omit<Photo, "url" | "thumbUrl"> & { key: string };

/** An entry as stored, before its links are signed for a reader. */
export type FactRow = Omit<
  Fact,
  "photos" | "deviation" | "deviationPct" | "photoDue" | "decisionUndoUntil" | "undoUntil" | "can"
> & {
  photos: StoredPhoto[];
  /** Absent in answers stored by an older release: they allow nothing. */
  standing?: Standing;
};

/** All columns of one entry; `f` is the entry. */
export const FACT_COLUMNS = `
  f.id, f.object_id as "objectId", f.floor_volume_id as "floorVolumeId",
  json_build_object('id', w.id, 'code', w.code, 'name', w.name, 'unit', w.unit) as "workType",
  fa.code as facade, fl.code as floor, f.date::text as date, f.shift, f.kind, f.status,
  trim_scale(f.quantity)::text as quantity, trim_scale(f.plan_qty)::text as "planQty",
  f.over_plan as "overPlan", f.day_off as "dayOff", f.workers, trim_scale(f.hours)::text as hours,
  case when c.id is not null then
    json_build_object('id', c.id, 'code', c.code, 'name', c.name, 'lead', c.lead, 'size', c.size) end as crew,
  ${personRow("u")} as author, ${personJson("f.on_behalf_of")} as "onBehalfOf", f.notes,
  case when f.reason_code is not null then
    json_build_object('code', f.reason_code, 'text', f.reason_text) end as "planReason",
  w.requires_photo as "requiresPhoto", f.reverses_id as "reversesId", r.id as "reversedById",
  f.replaces_id as "replacesId", f.return_reason as "returnReason",
  ${instantText("f.created_at")} as "createdAt", f.version,
  ${STANDING} as standing,
  ${filesJson("fact", "f.id", fileJson("photo"))} as photos`;

export const FACT_TABLES = `
  ${STANDING_TABLES}
  join floor_volumes v on v.id = f.floor_volume_id
  join facades fa on fa.id = f.facade_id
  join floors fl on fl.id = v.floor_id
  join work_types w on w.id = f.work_type_id`;

/** Reads an entry by id inside a command. */
export async function readFactRow(tx: Tx, factId: number): Promise<FactRow> {
  const [row] = await tx.execute<FactRow>(
    sql`select ${sql.raw(FACT_COLUMNS)} from ${sql.raw(FACT_TABLES)} where f.id = ${factId}`,
  );
  if (row === undefined) throw new Error("an entry that was just written is not there");
  return row;
}

/** Presents an entry to the reader: deviation, signed photo links, and allowed actions. */
export function presentFact(ctx: Context, row: FactRow): Fact {
  const { photos, standing, ...fact } = row;
  const observer = limitOn(ctx.actor, "fact.view", { objectId: row.objectId }) === "confirmed_only";
  return {
    ...fact,
    ...(observer
      ? { notes: null, crew: null, onBehalfOf: null, workers: null, hours: null, planReason: null }
      : {}),
    deviation: row.planQty === null ? null : decimal(big(row.quantity).minus(row.planQty)),
    deviationPct:
      row.planQty === null ? null : percentOf(decimal(big(row.quantity).minus(row.planQty)), row.planQty),
    photos: photos.map((photo) => withLinks(ctx, factSight(row), photo)),
    photoDue: standing?.photoDue ?? false,
    ...actsOn(ctx, row, standing),
  };
}

const NOTHING = {
  undo: false,
  correct: false,
  reverse: false,
  decide: false,
  confirm: false,
  explain: false,
  addPhotos: false,
};

function actsOn(
  ctx: Context,
  row: FactRow,
  standing: Standing | undefined,
): Pick<Fact, "can" | "undoUntil" | "decisionUndoUntil"> {
  if (standing === undefined) return { can: NOTHING, undoUntil: null, decisionUndoUntil: null };
  const at = { ...row, ...standing, authorId: row.author.id, createdAt: new Date(row.createdAt) };
  const may = (act: FactAct) => mayAct(ctx, act, at);
  const undo = may("undo");
  const decides = row.status === "submitted" && whyFinal(at) === null && mayConfirm(ctx.actor, at);
  return {
    undoUntil: undo ? undoUntil(at).toISOString() : null,
    decisionUndoUntil: decisionUndoUntil(ctx, at)?.toISOString() ?? null,
    can: {
      undo,
      correct: may("correct"),
      reverse: may("reverse"),
      decide: decides,
      confirm: decides && whyNoPhoto(at) === null,
      explain: may("explain"),
      addPhotos: may("addPhotos"),
    },
  };
}
