import type { Database } from "@stsphera/db";
import { loadActor } from "../../kernel/index.ts";
import type { Reader } from "./notice.ts";
import { readReadersOfEach } from "./readers.ts";

/** Readers of an event on an object, or of the company. */
export type Absent = { readers: readonly Reader[]; objectId: number | null };

/** Who is told instead of users that are away, by the absent. */
export type Substitutes = ReadonlyMap<number, Reader>;

/** $1 events as JSON rows: place in the list · object · readers · $2 instant. Days follow the absent user's time zone. */
const STATEMENT = `
  select distinct on (w.at, d.principal_id) w.at, d.principal_id as "principalId", d.deputy_id as "deputyId"
  from jsonb_to_recordset(($1::text)::jsonb) as w (at int, "objectId" int, ids int[])
  join delegations d on d.principal_id = any (w.ids) and d.ended_at is null
    and (d.object_id is null or d.object_id = w."objectId")
  join users p on p.id = d.principal_id
  join users u on u.id = d.deputy_id and u.status = 'active'
  where ($2::timestamptz at time zone p.time_zone)::date between d.from_day and d.to_day
  order by w.at, d.principal_id, d.object_id nulls last, d.id`;

type Row = { at: number; principalId: number; deputyId: number };

/** Deputies of today with the rights they hold as such, for each list of readers; three statements besides the actors. */
export async function readSubstitutes(
  db: Pick<Database, "read">,
  absent: readonly Absent[],
  now: Date,
): Promise<Substitutes[]> {
  const asked = absent.map(({ readers, objectId }, at) => ({
    at,
    objectId,
    ids: readers.map(({ id }) => id),
  }));
  const rows =
    asked.length === 0 ? [] : await db.read<Row>(STATEMENT, [JSON.stringify(asked), now.toISOString()]);
  const deputies = await readDeputies(db, absent, rows, now);
  return absent.map(
    (_one, at) =>
      new Map(
        rows.flatMap(({ at: place, principalId, deputyId }) => {
          const deputy = place === at ? deputies[at]?.get(deputyId) : undefined;
          return deputy === undefined ? [] : [[principalId, deputy] as const];
        }),
      ),
  );
}

async function readDeputies(
  db: Pick<Database, "read">,
  absent: readonly Absent[],
  rows: readonly Row[],
  now: Date,
): Promise<Map<number, Reader>[]> {
  const wanted = absent.map(({ objectId }, at) => ({
    objectId,
    ids: [...new Set(rows.filter((row) => row.at === at).map(({ deputyId }) => deputyId))],
    anyStatus: false,
    groups: [],
  }));
  const readers = rows.length === 0 ? [] : await readReadersOfEach(db, wanted);
  const ids = [...new Set(readers.flat().map(({ id }) => id))];
  const actors = new Map(
    await Promise.all(ids.map(async (userId) => [userId, await loadActor(db, { userId }, now)] as const)),
  );
  return readers.map(
    (ofEvent) =>
      new Map(
        ofEvent.flatMap((reader) => {
          const actor = actors.get(reader.id);
          return actor === undefined || actor === null ? [] : [[reader.id, { ...reader, actor }] as const];
        }),
      ),
  );
}
