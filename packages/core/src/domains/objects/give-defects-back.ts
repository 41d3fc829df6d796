import { schema } from "@stsphera/db";
import { asc, inArray, sql } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";
import { defectSubject, type Ended, writeDefectDecisions } from "../rights/index.ts";

const { defects, teamRemovals } = schema;
type Removal = Pick<typeof teamRemovals.$inferSelect, "objectId" | "userId" | "removedAt" | "defects">;

/** Gives a returning member the defects that their removal set open, as they stood, where nobody acted since. */
export async function giveDefectsBack(
  tx: Tx,
  { objectId, userId, removedAt, defects: left }: Removal,
): Promise<Ended> {
  if (left.length === 0) return { changes: [], events: [] };
  const back = await tx.execute<{ id: number }>(sql`
    update defects d set status = w.status, status_since = w."statusSince", responsible_id = ${userId}::int,
      version = d.version + 1
    from jsonb_to_recordset((${JSON.stringify(left)}::text)::jsonb) as w (id int, status text, "statusSince" timestamptz)
    where d.id = w.id and d.object_id = ${objectId}::int and d.status = 'open'
      and d.status_since = ${removedAt.toISOString()}::timestamptz
    returning d.id`);
  if (back.length === 0) return { changes: [], events: [] };
  const ids = back.map(({ id }) => id);
  const given = await tx.select().from(defects).where(inArray(defects.id, ids)).orderBy(asc(defects.id));
  await writeDefectDecisions(tx, given);
  return {
    changes: given.map((defect) => ({
      ...defectSubject(defect),
      before: { status: "open", responsibleId: null },
      after: { status: defect.status, responsibleId: userId },
    })),
    events: given.map((defect) => ({
      ...defectSubject(defect),
      type: "defect.given_back",
      payload: { title: defect.title, from: "open", to: defect.status },
    })),
  };
}
