import { schema } from "@stsphera/db";
import type { ScheduleLink } from "@stsphera/schedule";
import { type Patch, patchBetween, type VersionContent, type VersionRow } from "@stsphera/schedule/versions";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";
import { facadeIdOf, ownerIdOf } from "./gpr-content.ts";

const { gprLinks, gprRows } = schema;

/** What was written: the step, and the new versions of the rows it touched. */
export type Written = {
  patch: Patch;
  rows: { key: string; number: number; version: number }[];
  removed: string[];
};

/** Stores the difference of two contents; rows that stay the same keep their version. */
export async function writeContent(
  tx: Tx,
  gprId: number,
  before: VersionContent,
  after: VersionContent,
): Promise<Written> {
  const patch = patchBetween(before, after);
  const touched = patch.rows.flatMap((change) => change.after ?? []);
  const removed = patch.rows.flatMap((change) => (change.after === null && change.before?.key) || []);
  await removeLinks(
    tx,
    gprId,
    patch.links.flatMap((change) => change.before ?? []),
  );
  const rows = await upsertRows(tx, gprId, touched);
  if (removed.length > 0) {
    await tx.delete(gprRows).where(and(eq(gprRows.gprId, gprId), inArray(gprRows.key, removed)));
  }
  if (patch.order !== null) await writeOrder(tx, gprId, patch.order.after);
  await addLinks(
    tx,
    gprId,
    patch.links.flatMap((change) => change.after ?? []),
  );
  return { patch, rows, removed };
}

async function upsertRows(tx: Tx, gprId: number, rows: readonly VersionRow[]): Promise<Written["rows"]> {
  if (rows.length === 0) return [];
  const values = rows.map((row) => {
    const { constraint, owner: _owner, facade: _facade, ...fields } = row;
    const { kind = null, edge = null, day = null } = constraint ?? {};
    return { ...fields, ownerId: ownerIdOf(row), facadeId: facadeIdOf(row), kind, edge, day };
  });
  // The order is written apart: a new row has its number as a place until then.
  const written = await tx.execute<{ key: string; number: number; version: number }>(sql`
    insert into gpr_rows as r (gpr_id, key, number, sort, parent, name, department, owner_id, quantity, unit, work,
      facade_id, duration, constraint_kind, constraint_edge, constraint_day)
    select ${gprId}::int, x.key, x.number, x.number, x.parent, x.name, x.department, x."ownerId", x.quantity, x.unit,
      x.work, x."facadeId", x.duration, x.kind, x.edge, x.day
    from jsonb_to_recordset(${JSON.stringify(values)}::text::jsonb) as x(key uuid, number int, parent uuid, name text,
      department text, "ownerId" int, quantity numeric, unit text, work text, "facadeId" int, duration int, kind text, edge text,
      day date)
    on conflict (gpr_id, key) do update set number = excluded.number, parent = excluded.parent, name = excluded.name,
      department = excluded.department, owner_id = excluded.owner_id, quantity = excluded.quantity,
      unit = excluded.unit, work = excluded.work, facade_id = excluded.facade_id,
      duration = excluded.duration,
      constraint_kind = excluded.constraint_kind, constraint_edge = excluded.constraint_edge,
      constraint_day = excluded.constraint_day, version = r.version + 1
    returning r.key::text as key, r.number, r.version`);
  return [...written];
}

async function writeOrder(tx: Tx, gprId: number, keys: readonly string[]): Promise<void> {
  await tx.execute(sql`
    update gpr_rows r set sort = x.place
    from unnest(${sql.param(`{${keys.join(",")}}`)}::uuid[]) with ordinality as x(key, place)
    where r.gpr_id = ${gprId} and r.key = x.key and r.sort <> x.place`);
}

async function removeLinks(tx: Tx, gprId: number, links: readonly ScheduleLink[]): Promise<void> {
  if (links.length === 0) return;
  await tx.execute(sql`
    delete from gpr_links l using jsonb_to_recordset(${JSON.stringify(links)}::text::jsonb)
      as x("from" uuid, "to" uuid, type text)
    where l.gpr_id = ${gprId} and l."from" = x."from" and l."to" = x."to" and l.type = x.type`);
}

async function addLinks(tx: Tx, gprId: number, links: readonly ScheduleLink[]): Promise<void> {
  if (links.length === 0) return;
  await tx.insert(gprLinks).values(links.map((link) => ({ gprId, ...link })));
}
