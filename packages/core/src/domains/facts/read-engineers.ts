import type { Database } from "@stsphera/db";

/** Engineers of PTO of an object, by id. */
export async function readEngineers(db: Pick<Database, "read">, objectId: number): Promise<number[]> {
  const rows = await db.read<{ id: number }>(
    "select distinct r.user_id as id from object_roles r where r.object_id = $1 and r.role = 'pto'",
    [objectId],
  );
  return rows.map(({ id }) => id);
}
