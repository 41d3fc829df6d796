import { shortName } from "@stsphera/contracts/format";
import { can } from "@stsphera/rbac";
import type { Notice, NotificationCard, NotifyDeps, OutboxEvent } from "../../platform/notify/index.ts";
import { closedCard, type ClosedShift } from "./card/index.ts";
import { describeLines, readPartLines } from "./shift-parts.ts";

type Row = Omit<ClosedShift, "lines" | "silent" | "later" | "part"> & {
  entryId: number;
  objectId: number;
  foremanId: number | null;
  foreman: string | null;
  closedBy: number;
  answers: (ClosedShift["silent"][number] & { by: string | null })[];
};

/** A closing that named the line of an entry as without a fact, with those of its lines that have one now. */
type Told = Row & Pick<ClosedShift, "lines">;

/**
 * $1 entries. `by`: who entered the newest fact of a named line; an entry that waits for the acceptance of its work front is
 * none yet.
 */
const STATEMENT = `
  select distinct on (e.id) e.id as "entryId", k.id, k.version, k.object_id as "objectId", o.name as "objectName", k.date::text as date, k.shift,
    k.foreman_id as "foremanId", p.full_name as foreman, k.closed_by as "closedBy",
    (select count(*)::int from shift_records r where r.object_id = k.object_id and r.date = k.date and r.shift = k.shift
      and r.kind = 'downtime' and r.withdrawn_at is null) as downtimes,
    (select json_agg(json_build_object('code', a.code, 'text', a.text,
        'line', json_build_object('workType', json_build_object('name', w.name), 'facade', fa.code, 'floor', fl.code),
        'by', (select u.full_name from daily_plan_fact x join users u on u.id = x.author_id
          where x.floor_volume_id = v.id and x.date = k.date and x.shift = k.shift and x.kind = 'work' and x.status <> 'parked'
            and not exists (select from daily_plan_fact y where y.reverses_id = x.id)
          order by x.id desc limit 1)) order by a.at)
      from (select (l.value ->> 'floorVolumeId')::int as volume, l.value ->> 'code' as code, l.value ->> 'text' as text,
          l.ordinality as at from jsonb_array_elements(k.silent) with ordinality l) a
      join floor_volumes v on v.id = a.volume join work_types w on w.id = v.work_type_id
      join facades fa on fa.id = v.facade_id join floors fl on fl.id = v.floor_id) as answers
  from daily_plan_fact e
  join shift_closings k on k.object_id = e.object_id and k.date = e.date and k.shift = e.shift and k.reopened_at is null
    and k.closed_by is not null and k.silent @> jsonb_build_array(jsonb_build_object('floorVolumeId', e.floor_volume_id))
  join objects o on o.id = k.object_id left join users p on p.id = k.foreman_id
  where e.id = any ($1::int[]) and e.created_at > k.closed_at
  order by e.id, k.id desc`;

/** By the events of entries: null where no closing named the line. Lines are read once for each shift. */
async function readMany(
  { db, now }: NotifyDeps,
  events: readonly OutboxEvent[],
): Promise<Map<number, Told | null>> {
  const rows = await db.read<Row>(STATEMENT, [events.map(({ entityId }) => entityId)]);
  const shifts = new Map<number, Promise<Told | null>>();
  const linesOf = async (row: Row): Promise<Told | null> => {
    const { objectId, date, shift, foremanId } = row;
    const day = await readPartLines({ db, now: now() }, { objectId, date, shift, foremanId });
    return day === null ? null : { ...row, lines: describeLines(day, foremanId).lines };
  };
  const byEntry = new Map(rows.map((row) => [row.entryId, row]));
  const told = new Map<number, Told | null>();
  for (const { id, entityId } of events) {
    const row = byEntry.get(entityId);
    if (row !== undefined && !shifts.has(row.id)) shifts.set(row.id, linesOf(row));
    told.set(id, row === undefined ? null : ((await shifts.get(row.id)) ?? null));
  }
  return told;
}

const closedShiftNotification: NotificationCard<Told, "closer", never> = {
  name: "shift.closed_card",
  category: "facts",
  acts: ["enter", "reopen"],
  of: ["fact"],
  read: async (deps, event) => (await readMany(deps, [event])).get(event.id) ?? null,
  readMany,
  people: ({ closedBy }) => ({ closer: [closedBy] }),
  sees: ({ actor }, { objectId }) => can(actor, "fact.view", { objectId }),
  subject: ({ id, objectId, date: day }) => ({
    key: closedCard.key(id),
    type: "shift.closed",
    objectId,
    entityType: "object",
    entityId: objectId,
    deepLink: { kind: "object", id: objectId, section: "fact", day },
    living: true,
  }),
  draw: ({ answers, foremanId, foreman, entryId: _entry, ...told }, drawing) => {
    const isOwn = foremanId === null || foremanId === drawing.reader.id;
    return closedCard.draw(
      {
        ...told,
        part: isOwn || foreman === null ? null : shortName(foreman),
        silent: answers.filter(({ by }) => by === null),
        later: answers.flatMap(({ line, by }) => (by === null ? [] : [{ line, by }])),
      },
      drawing,
    );
  },
};

/** Who closed a shift sees on its card, and among their news, the fact that a line named without one got later. */
export const closedShiftNotice: Notice<Told, "closer", never> = {
  to: ["closer"],
  card: closedShiftNotification,
  alert: "edit",
  doerToo: true,
};
