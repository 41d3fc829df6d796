import { schema } from "@stsphera/db";
import { notInArray, sql } from "drizzle-orm";
import { type Tx, addDays, type Day } from "../../../kernel/index.ts";
import { rebuildPlanCurves } from "../../plan/index.ts";
import { isWorkday, lockCalendars, spanOf, type WorkCalendar } from "../index.ts";

const { objects } = schema;
type Years = WorkCalendar["years"];
type Span = { id: number; from: Day; to: Day };
type Group = Pick<WorkCalendar, "workWeek" | "followTransfers"> & { spans: Span[] };

const open = notInArray(objects.status, ["closed", "archived"]);

/** Locks every open object and then the calendars, so that no list of working days is built meanwhile. */
export async function lockOpenObjects(tx: Tx): Promise<void> {
  await tx.select({ id: objects.id }).from(objects).where(open).orderBy(objects.id).for("no key update");
  await lockCalendars(tx);
}

/**
 * Changes the working days of all open objects after a year's calendar changed: only days that differ are deleted or
 * inserted, then the later ones are renumbered. Plans spread over such days are spread again. Returns the number of
 * objects whose days changed.
 */
export async function moveWorkdays(tx: Tx, year: number, before: Years, after: Years): Promise<number> {
  const groups = groupsOf(await tx.select().from(objects).where(open).orderBy(objects.id), year);
  const moved = new Set<number>();
  const touched = new Set<Day>();
  for (const group of groups) {
    const { added, removed } = difference(group, year, before, after);
    for (const day of [...added, ...removed]) touched.add(day);
    for (const id of await takeDays(tx, group.spans, removed)) moved.add(id);
    for (const id of await addWorkdays(tx, group.spans, added)) moved.add(id);
  }
  const all = groups.flatMap((group) => group.spans.map((span) => span.id));
  if (moved.size > 0 || before.has(year) !== after.has(year))
    await countAnew(tx, all, year, !after.has(year));
  await rebuildPlanCurves(tx, await planned(tx, [...moved], [...touched].sort()));
  return moved.size;
}

function groupsOf(rows: readonly (typeof objects.$inferSelect)[], year: number): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const span = { id: row.id, ...spanOf(row) };
    if (span.to < `${year}-01-01` || span.from > `${year}-12-31`) continue;
    const { workWeek, followTransfers } = row;
    const key = `${workWeek.join()} ${followTransfers}`;
    const group = groups.get(key) ?? { workWeek, followTransfers, spans: [] };
    group.spans.push(span);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function difference(group: Group, year: number, before: Years, after: Years) {
  const calendar = { ...group, overrides: new Map<Day, boolean>() };
  const [added, removed]: [Day[], Day[]] = [[], []];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const worked = isWorkday({ ...calendar, years: before }, day);
    if (worked === isWorkday({ ...calendar, years: after }, day)) continue;
    (worked ? removed : added).push(day);
  }
  return { added, removed };
}

const list = (values: readonly (string | number)[]) => sql.param(`{${values.join(",")}}`);
const idsOf = (spans: readonly Span[]) => list(spans.map((span) => span.id));
/** An object's own exceptions take precedence over every calendar. */
const ownDay = sql`exists (select from object_calendar_days o where o.object_id = w.object_id and o.day = w.day)`;

/** Returns the ids of objects that lost a day, once per day. */
async function takeDays(tx: Tx, spans: readonly Span[], days: readonly Day[]): Promise<number[]> {
  if (days.length === 0) return [];
  const rows = await tx.execute<{ id: number }>(sql`
    delete from object_workdays w
    where w.object_id = any(${idsOf(spans)}::int[]) and w.day = any(${list(days)}::date[]) and not ${ownDay}
    returning w.object_id as id`);
  return rows.map((row) => row.id);
}

/**
 * Returns the ids of objects that gained a day, once per day. The renumbering that follows sets the provisional mark
 * and the ordinal.
 */
async function addWorkdays(tx: Tx, spans: readonly Span[], days: readonly Day[]): Promise<number[]> {
  if (days.length === 0) return [];
  const rows = await tx.execute<{ id: number }>(sql`
    insert into object_workdays (object_id, day, ordinal, provisional)
    select w.object_id, w.day, 0, false
    from (
      select s.object_id, d.day, s.first, s.last
      from unnest(${idsOf(spans)}::int[], ${list(spans.map((span) => span.from))}::date[],
        ${list(spans.map((span) => span.to))}::date[]) as s(object_id, first, last)
      cross join unnest(${list(days)}::date[]) as d(day)
    ) w
    where w.day between w.first and w.last and not ${ownDay}
    returning object_id as id`);
  return rows.map((row) => row.id);
}

async function countAnew(tx: Tx, ids: readonly number[], year: number, provisional: boolean): Promise<void> {
  await tx.execute(sql`
    update object_workdays w set ordinal = c.ordinal, provisional = c.provisional
    from (
      select object_id, day, row_number() over (partition by object_id order by day) as ordinal,
        case when extract(year from day) = ${year}::int then ${provisional}::boolean else provisional end as provisional
      from object_workdays where object_id = any(${list(ids)}::int[])
    ) c
    where w.object_id = c.object_id and w.day = c.day
      and (w.ordinal <> c.ordinal or w.provisional <> c.provisional)`);
}

/**
 * Objects whose plan covers one of the days, or the days off right before the first of them: a window without working
 * days is spread over the next working day.
 */
async function planned(tx: Tx, ids: readonly number[], days: readonly Day[]): Promise<number[]> {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rows = await tx.execute<{ id: number }>(sql`
    with o as materialized (
      select id, coalesce((select w.day from object_workdays w where w.object_id = id and w.day < ${first}::date
        order by w.day desc limit 1), '-infinity') as worked
      from unnest(${list(ids)}::int[]) as id
    )
    select o.id from o
    where exists (select from floor_volumes v where v.object_id = o.id
      and v.plan_start <= ${last}::date and v.plan_finish >= o.worked)
    order by o.id`);
  return rows.map((row) => row.id);
}
