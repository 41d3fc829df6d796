import { type EscalationLevel, ESCALATION_LEVELS } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import { sql, type SQL } from "drizzle-orm";
import { addDays, type Day, type Tx } from "../../../kernel/index.ts";
import { readOfficeDays } from "../../calendar/index.ts";
import { SITE_ROLES } from "../../objects/index.ts";

/** Nobody is told of lateness before the working day begins, by the time of the object. */
const OPENS = "08:45";
const DAYS_BACK = 60;
const [FIRST, SECOND, THIRD] = ESCALATION_LEVELS;
/** Working days after the last level within which an outage is made up; what is older stands in lists and digests. */
const OLDEST = THIRD + 10;

/** How many things are escalated in one transaction. */
export const MAX_ESCALATED = 200;

/** Things `t` with a day: SQL of their table and columns, worded like the index of what is open. */
export type Ladder = {
  table: string;
  /** The column of the day by which it is due. */
  day: string;
  /** SQL of who has it in hand; on nobody it waits by the days of the object. */
  person: string;
  /** The condition of the index. */
  open: string;
  /** States in which its lateness is told. */
  told: string;
  /** The table of the levels told, and its columns of the thing and the day. */
  levels: { table: string; thing: string; day: string };
};

/** A late thing, with the level it has reached, and how late: in working days of who has it in hand. */
export type LateThing = { id: number; objectId: number; day: Day; level: EscalationLevel; lateDays: number };

type Asked = { now: Date; officeDays: readonly Day[]; limit: number; only?: readonly number[] };

const listOf = (items: readonly (string | number)[]) => sql.param(`{${items.join(",")}}`);

/**
 * Things that have reached a level which nobody was told of. One is as late as the number of working days after its
 * day, through today: of the object for who works on site, of the office for others. Those days are listed once an
 * object, newest first, so that a thing is compared with three of them. On a day off nothing becomes due.
 */
function due(ladder: Ladder, { now, officeDays, limit, only }: Asked): SQL {
  const [table, open, told] = [sql.raw(ladder.table), sql.raw(ladder.open), sql.raw(ladder.told)];
  const [day, person] = [sql.raw(`t.${ladder.day}`), sql.raw(`(${ladder.person})`)];
  const { levels } = ladder;
  return sql`
  with here as materialized (
    select o.id,
      case when exists (select from object_workdays w where w.object_id = o.id and w.day = l.today)
        then array(select w.day from object_workdays w where w.object_id = o.id and w.day <= l.today
          order by w.day desc limit ${DAYS_BACK}) end as site,
      case when l.today = any (${listOf(officeDays)}::date[])
        then array(select d.day from unnest(${listOf(officeDays)}::date[]) d(day) where d.day <= l.today
          order by d.day desc) end as office
    from objects o cross join lateral (
      select ${now.toISOString()}::timestamptz at time zone o.time_zone as now) c cross join lateral (
      select (c.now - o.day_cutoff)::date as today) l
    where o.status in ('planning', 'active', 'completing') and c.now::time >= ${OPENS}::time
  )
  select t.id, t.object_id as "objectId", ${day}::text as day, r.level,
    (select count(*)::int from unnest(d.days) d(day) where d.day > ${day}) as "lateDays"
  from here h
  join ${table} t on t.object_id = h.id and ${open}
    and ${day} < greatest(h.site[1], h.office[1])
    and ${day} >= least(coalesce(h.site[${OLDEST}::int], '-infinity'), coalesce(h.office[${OLDEST}::int], '-infinity'))
  cross join lateral (select case when ${person} is null or exists (select from object_roles m where m.object_id = h.id
    and m.user_id = ${person} and m.role = any (${listOf(SITE_ROLES)}::text[])) then h.site else h.office end as days) d
  cross join lateral (select case when ${day} < d.days[${THIRD}::int] then ${THIRD}::int
    when ${day} < d.days[${SECOND}::int] then ${SECOND}::int else ${FIRST}::int end as level) r
  where ${told} and ${day} < d.days[${FIRST}::int]
    and ${day} >= coalesce(d.days[${OLDEST}::int], '-infinity')
    and not exists (select from ${sql.raw(levels.table)} e
      where ${sql.raw(`e.${levels.thing}`)} = t.id and ${sql.raw(`e.${levels.day}`)} = ${day} and e.level >= r.level)
    ${only === undefined ? sql`` : sql`and t.id = any (${listOf(only)}::int[])`}
  order by t.id limit ${limit}${only === undefined ? sql`` : sql` for update of t`}`;
}

const officeDaysBefore = (db: Database, now: Date): Promise<Day[]> => {
  const day = now.toISOString().slice(0, 10);
  return readOfficeDays(db, addDays(day, -DAYS_BACK), addDays(day, 1));
};

/** What is to be escalated now, at most `limit`. */
export async function findLate(db: Database, ladder: Ladder, now: Date, limit: number): Promise<LateThing[]> {
  const officeDays = await officeDaysBefore(db, now);
  return [...(await db.orm.execute<LateThing>(due(ladder, { now, officeDays, limit })))];
}

/** Those of the things that are still to be escalated, locked. */
export async function lockLate(
  tx: Tx,
  { db, now }: { db: Database; now: Date },
  ladder: Ladder,
  ids: readonly number[],
): Promise<LateThing[]> {
  const officeDays = await officeDaysBefore(db, now);
  const asked = { now, officeDays, limit: ids.length, only: ids };
  return [...(await tx.execute<LateThing>(due(ladder, asked)))];
}
