import type { DowntimeReason, NoFactCode, ObjectStatus, Party, PlanReason, Shift } from "@stsphera/contracts";
import type { Doer } from "@stsphera/contracts/format";
import { isOffPlan } from "@stsphera/contracts/facts/off-plan";
import type { Database } from "@stsphera/db";
import { big, decimal, percentOf } from "../calculation/index.ts";
import { isChangeable, isPartClosed, partsOfShift } from "../objects/index.ts";
import type { JudgedEntry } from "./fact-workflow.ts";
import { countLines } from "./count-lines.ts";
import { PHOTO_DUE } from "./fact-standing.ts";
import { readPartsLines } from "./read-parts-lines.ts";

/** A line more than 15 % off its plan of the day, with the reason if given. */
export type DayDeviation = {
  work: string;
  facade: string;
  floor: string;
  fact: string;
  plan: string;
  reason: PlanReason | null;
};

/** The day of an object for its project managers. Quantities are decimals in pieces; percentages have one decimal. */
export type DayCard = {
  objectId: number;
  objectName: string;
  date: string;
  /** The current day of the object. */
  today: string;
  /** Lines of all parts of the day, and those with an entry for the day. */
  entered: number;
  total: number;
  by: Doer[];
  modules: { fact: string; plan: string } | null;
  brackets: { fact: string; plan: string } | null;
  deviations: DayDeviation[];
  progressPct: string | null;
  deltaPct: string | null;
  photos: number;
  /** Waiting entries that «Подтвердить» takes, as they are judged: with their photo, in cells that keep to the plan. */
  waiting: JudgedEntry[];
  /** Every part of the day shift is closed. */
  closed: boolean;
  /** Parts of the day shift, how many of them are closed, and the foremen of the others; null: no foreman's. */
  parts: { closed: number; total: number; open: (string | null)[] };
  /** All closings of the day in their order, those opened again too. */
  closings: DayClosing[];
  /** Crews that stood idle: the lead's name, the reason, man-hours, and who answers for them. */
  idle: { crew: string; reason: DowntimeReason; manHours: string; party: Party }[];
};

/** A part of a shift that was closed, and why its lines have no fact. */
export type DayClosing = {
  id: number;
  shift: Shift;
  foremanId: number | null;
  foreman: string | null;
  /** Who closed it for the foreman; null for the foreman, or when it closed itself. */
  by: string | null;
  byItself: boolean;
  reopened: boolean;
  /** Lines without a fact by reason, the most frequent first. */
  silent: { code: NoFactCode; text: string | null; count: number }[];
};

type Line = {
  cell: number;
  group: "module" | "bracket" | "other";
  work: string;
  facade: string;
  floor: string;
  fact: string;
  plan: string | null;
  reason: PlanReason | null;
};
type Row = {
  name: string;
  status: ObjectStatus;
  waiting: (JudgedEntry & { cell: number })[];
  planHours: string;
  earnedHours: string;
  dayHours: string;
  by: Doer[];
  photos: number;
  lines: Line[];
  parts: DayCard["parts"] & { foremen: (number | null)[] };
  closings: DayClosing[];
  idle: DayCard["idle"];
};

const STATEMENT = `
  with live as (
    select e.* from daily_plan_fact e
    where e.object_id = $1 and e.kind = 'work' and e.status <> 'parked' and e.date = $2::date
      and not exists (select from daily_plan_fact r where r.reverses_id = e.id)
  ), lines as (
    select v.id, w.work_group, w.name as work, fa.code as facade, fl.code as floor, sum(l.quantity) as fact,
      (array_agg(l.plan_qty order by l.id))[1] as plan,
      (array_agg(l.reason_code order by l.id desc) filter (where l.reason_code is not null))[1] as reason
    from live l
    join floor_volumes v on v.id = l.floor_volume_id
    join work_types w on w.id = v.work_type_id
    join facades fa on fa.id = v.facade_id
    join floors fl on fl.id = v.floor_id
    group by v.id, w.work_group, w.name, w.sort, fa.code, fa.sort, fl.code, fl.sort
    order by w.sort, fa.sort, fl.sort
  )
  select o.name, o.status, s.plan_hours::text as "planHours", s.earned_hours::text as "earnedHours",
    (select coalesce(sum(hours), 0)::text from object_day_sums d where d.object_id = $1 and d.day = $2::date)
      as "dayHours",
    (select coalesce(json_agg(json_build_object('name', d.name, 'behalf', d.behalf) order by d.first), '[]') from (
      select u.full_name as name, p.full_name as behalf, min(l.id) as first
      from live l join users u on u.id = l.author_id left join users p on p.id = l.on_behalf_of
      group by u.id, u.full_name, p.id, p.full_name) d) as by,
    (select coalesce(json_agg(json_build_object('objectId', $1::int, 'authorId', u.id,
      'authorIsInstaller', coalesce(u.role = 'installer', false), 'cell', f.floor_volume_id)), '[]')
      from live f join users u on u.id = f.author_id
      where f.status = 'submitted' and not ${PHOTO_DUE}) as waiting,
    (select count(*)::int from attachments p join live l on l.id = p.entity_id
      where p.entity_type = 'fact') as photos,
    (select coalesce(json_agg(json_build_object('cell', id, 'group', work_group, 'work', work, 'facade', facade, 'floor', floor,
      'fact', trim_scale(fact)::text, 'plan', trim_scale(plan)::text, 'reason', reason)), '[]') from lines) as lines,
    (select json_build_object('total', count(*), 'closed', count(*) filter (where p.closed),
        'foremen', coalesce(json_agg(p.foreman_id order by p.foreman_id), '[]'),
        'open', coalesce(json_agg(u.full_name order by u.full_name) filter (where not p.closed), '[]'))
      from (select p.foreman_id, ${isPartClosed("$1", "$2::date", "'day'", "p.foreman_id")} as closed
        from ${partsOfShift("$1", "$2::date", "'day'")} p) p
      left join users u on u.id = p.foreman_id) as parts,
    (select coalesce(json_agg(json_build_object('id', k.id, 'shift', k.shift, 'foremanId', k.foreman_id,
        'foreman', u.full_name, 'reopened', k.reopened_at is not null, 'byItself', k.closed_by is null,
        'by', case when k.foreman_id is not null and k.closed_by <> k.foreman_id then b.full_name end, 'silent', (
          select coalesce(json_agg(json_build_object('code', c.code, 'text', c.text, 'count', c.count)
            order by c.count desc, c.code, c.text), '[]') from (
            select s->>'code' as code, s->>'text' as text, count(*)::int as count
            from jsonb_array_elements(k.silent) s
            where not exists (select from live l where l.floor_volume_id = (s->>'floorVolumeId')::int
              and l.shift = k.shift)
            group by 1, 2) c)) order by k.id), '[]')
      from shift_closings k left join users u on u.id = k.foreman_id left join users b on b.id = k.closed_by
      where k.object_id = $1 and k.date = $2::date) as closings,
    (select coalesce(json_agg(json_build_object('crew', c.lead, 'reason', d.code,
        'manHours', trim_scale(x.workers * x.hours)::text, 'party', d.party) order by d.id, c.code), '[]')
      from shift_records d join shift_record_crews x on x.record_id = d.id join crews c on c.id = x.crew_id
      where d.object_id = $1 and d.date = $2::date and d.kind = 'downtime' and d.withdrawn_at is null) as idle
  from objects o join object_sums s on s.object_id = o.id where o.id = $1`;

/** Reads the day's card of an object from the ledger, its sums and the lines of the parts of its shift. */
export async function readDayCard(
  db: Database,
  { objectId, date, now }: { objectId: number; date: string; now: Date },
): Promise<DayCard> {
  const [row] = await db.read<Row>(STATEMENT, [objectId, date]);
  if (row === undefined) throw new Error("a day of an object that is not there");
  const { foremen, ...parts } = row.parts;
  const { frame, lines } = await readPartsLines(db, { objectId, date, now }, foremen);
  const off = new Set(row.lines.filter(isOff).map(({ cell }) => cell));
  const ready = row.waiting.filter(({ cell }) => !off.has(cell));
  const totals = (group: Line["group"]) => {
    const lines = row.lines.filter((line) => line.group === group);
    if (lines.length === 0) return null;
    const sum = (of: (line: Line) => string) =>
      decimal(lines.reduce((total, line) => total.plus(of(line)), big(0)));
    return { fact: sum((line) => line.fact), plan: sum((line) => line.plan ?? "0") };
  };
  return {
    objectId,
    objectName: row.name,
    date,
    today: frame.today,
    ...countLines(lines, frame),
    by: row.by,
    modules: totals("module"),
    brackets: totals("bracket"),
    deviations: row.lines.flatMap(deviationOf),
    progressPct: percentOf(row.earnedHours, row.planHours),
    deltaPct: percentOf(row.dayHours, row.planHours),
    photos: row.photos,
    waiting: isChangeable(row.status) ? ready : [],
    closed: parts.total > 0 && parts.closed === parts.total,
    parts,
    closings: row.closings,
    idle: row.idle,
  };
}

const isOff = ({ fact, plan }: Line): boolean => isOffPlan(fact, plan);

function deviationOf(line: Line): DayDeviation[] {
  const { work, facade, floor, fact, plan, reason } = line;
  return plan !== null && isOff(line) ? [{ work, facade, floor, fact, plan, reason }] : [];
}
