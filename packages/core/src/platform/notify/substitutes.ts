import type { Database } from "@stsphera/db";
import { loadActor } from "../../kernel/index.ts";
import type { Reader } from "./notice.ts";
import { readReaders } from "./readers.ts";

/** $1 absent users · $2 object · $3 instant. Days follow the absent user's time zone. */
const STATEMENT = `
  select distinct on (d.principal_id) d.principal_id as "principalId", d.deputy_id as "deputyId"
  from delegations d
  join users p on p.id = d.principal_id
  join users u on u.id = d.deputy_id and u.status = 'active'
  where d.principal_id = any ($1::int[]) and d.ended_at is null and (d.object_id is null or d.object_id = $2::int)
    and ($3::timestamptz at time zone p.time_zone)::date between d.from_day and d.to_day
  order by d.principal_id, d.object_id nulls last, d.id`;

/** Who is told instead of users that are away: deputies of today with the rights they hold as such, by the absent. */
export async function readSubstitutes(
  db: Database,
  { readers, objectId, now }: { readers: readonly Reader[]; objectId: number | null; now: Date },
): Promise<ReadonlyMap<number, Reader>> {
  const absent = readers.map(({ id }) => id);
  const rows = await db.read<{ principalId: number; deputyId: number }>(STATEMENT, [
    absent,
    objectId,
    now.toISOString(),
  ]);
  if (rows.length === 0) return new Map();
  const ids = [...new Set(rows.map(({ deputyId }) => deputyId))];
  const deputies = await readReaders(db, { objectId, ids, anyStatus: false, groups: [] });
  const able = new Map<number, Reader>();
  for (const deputy of deputies) {
    const actor = await loadActor(db, { userId: deputy.id }, now);
    if (actor !== null) able.set(deputy.id, { ...deputy, actor });
  }
  return new Map(
    rows.flatMap(({ principalId, deputyId }) => {
      const deputy = able.get(deputyId);
      return deputy === undefined ? [] : [[principalId, deputy] as const];
    }),
  );
}
