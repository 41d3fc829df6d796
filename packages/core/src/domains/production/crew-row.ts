import type { Crew } from "@stsphera/contracts";
import { sql } from "drizzle-orm";
import { personRow, type Tx } from "../../kernel/index.ts";

/** Columns of a crew `c` with the accounts that work in it now. */
export const CREW_COLUMNS = `c.id, c.code, c.name, c.lead, c.size, c.object_id as "objectId",
  c.lead_user_id as "leadUserId", c.version,
  (select coalesce(json_agg(${personRow("u")} order by u.full_name collate "ru-x-icu", u.id), '[]')
    from crew_members m join users u on u.id = m.user_id where m.crew_id = c.id and m.until is null) as members`;

/** Reads a crew that was just written. */
export async function readCrew(tx: Tx, crewId: number): Promise<Crew> {
  const [row] = await tx.execute<Crew>(
    sql`select ${sql.raw(CREW_COLUMNS)} from crews c where c.id = ${crewId}`,
  );
  if (row === undefined) throw new Error("a crew was not stored");
  return row;
}
