import type { DowntimeReason, Party, ShiftNote, Unit } from "@stsphera/contracts";
import type { Database } from "@stsphera/db";
import { dayText } from "../../kernel/index.ts";
import { isShiftClosed } from "../objects/index.ts";

/** Work of a day at one place, in the unit of its kind; a decimal. */
export type ReportedWork = { work: string; unit: Unit; facade: string; floor: string; quantity: string };
/** Idle time (`party` is set) or work without a quantity of one crew. */
export type ReportedRecord = {
  code: DowntimeReason | ShiftNote;
  words: string | null;
  party: Party | null;
  crew: string;
  workers: number;
  hours: string;
};
export type ReportedDay = {
  date: string;
  works: ReportedWork[];
  /** Crews with the most people that an entry or a record of the day names. */
  crews: { lead: string; workers: number }[];
  records: ReportedRecord[];
  /** Who entered the facts. */
  authors: string[];
  closed: boolean;
  /** Nobody is waited for: closed, or of the time before shifts were closed in the system. */
  settled: boolean;
};
export type ReportSource = {
  name: string;
  address: string;
  customer: string;
  contractNo: string | null;
  today: string;
  from: string;
  days: ReportedDay[];
};

/** Older than the last week and than the first closing of the object. */
const BEFORE_CLOSINGS = `d.date < (
  select least(o.today - 7, (select min(k.date) from shift_closings k where k.object_id = $1)) from o)`;

/** $1 object · $2 instant · $3 day · $4 first day · $5 last day. Corrected and parked entries are left out. */
const STATEMENT = `
  with o as (
    select *, ${dayText("$2::timestamptz")} as today from objects o where id = $1
  ), span as (
    select coalesce($4::date, $3::date, n.day) as first, least(coalesce($5::date, $3::date, n.day), o.today) as last
    from o cross join lateral (select coalesce(greatest(
      (select max(e.date) from daily_plan_fact e where e.object_id = o.id and e.date <= o.today),
      (select max(r.date) from shift_records r where r.object_id = o.id and r.date <= o.today)), o.today) as day) n
  ), live as (
    select e.* from daily_plan_fact e, span
    where e.object_id = $1 and e.kind = 'work' and e.status <> 'parked' and e.date between span.first and span.last
      and not exists (select from daily_plan_fact r where r.reverses_id = e.id)
  ), works as (
    select e.date, w.name as work, w.unit, fa.name as facade, fl.code as floor, w.sort, fa.sort as facade_sort,
      fl.sort as floor_sort, sum(e.quantity) as quantity
    from live e join floor_volumes v on v.id = e.floor_volume_id join work_types w on w.id = e.work_type_id
      join facades fa on fa.id = e.facade_id join floors fl on fl.id = v.floor_id
    group by e.date, w.id, fa.id, fl.id
  ), records as (
    select r.id, r.date, r.code, r.words, r.party, c.id as crew_id, c.lead, c.code as crew_code, x.workers, x.hours
    from shift_records r join shift_record_crews x on x.record_id = r.id join crews c on c.id = x.crew_id, span
    where r.object_id = $1 and r.withdrawn_at is null and r.date between span.first and span.last
  ), present as (
    select date, lead, crew_code, max(workers) as workers from (
      select e.date, c.lead, c.code as crew_code, e.workers from live e join crews c on c.id = e.crew_id
      where e.workers is not null
      union all select date, lead, crew_code, workers from records) p
    group by date, lead, crew_code
  ), days as (
    select date from live union select date from records
    union select span.first from span where $4::date is null
  )
  select o.name, o.address, o.customer, o.contract_no as "contractNo", o.today::text as today,
    span.first::text as "from",
    coalesce((select json_agg(json_build_object('date', d.date::text,
      'works', (select coalesce(json_agg(json_build_object('work', w.work, 'unit', w.unit, 'facade', w.facade,
          'floor', w.floor, 'quantity', trim_scale(w.quantity)::text) order by w.sort, w.facade_sort, w.floor_sort), '[]')
        from works w where w.date = d.date),
      'crews', (select coalesce(json_agg(json_build_object('lead', p.lead, 'workers', p.workers) order by p.crew_code), '[]')
        from present p where p.date = d.date),
      'records', (select coalesce(json_agg(json_build_object('code', r.code, 'words', r.words, 'party', r.party,
          'crew', r.lead, 'workers', r.workers, 'hours', trim_scale(r.hours)::text) order by r.id, r.crew_code), '[]')
        from records r where r.date = d.date),
      'authors', (select coalesce(json_agg(distinct u.full_name), '[]') from live e join users u on u.id = e.author_id
        where e.date = d.date),
      'closed', ${isShiftClosed("$1", "d.date", "'day'")},
      'settled', ${isShiftClosed("$1", "d.date", "'day'")} or ${BEFORE_CLOSINGS}
      ) order by d.date) from days d), '[]') as days
  from o, span`;

export type ReportSpan = { date?: string | undefined; month?: string | undefined };

/** Reads what happened on a day, by default the newest with an entry or a record, or on the days of a month, in one statement; null for an unknown object. */
export async function readReportDays(
  { db, now }: { db: Pick<Database, "read">; now: Date },
  objectId: number,
  { date, month }: ReportSpan,
): Promise<ReportSource | null> {
  const [first, last] = month === undefined ? [null, null] : [`${month}-01`, lastDayOf(month)];
  const asked = [objectId, now.toISOString(), date ?? null, first, last];
  const [row] = await db.read<ReportSource>(STATEMENT, asked);
  return row ?? null;
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
