import type { GprContent, GprRow, ObjectStatus } from "@stsphera/contracts";
import { computeSchedule, rowDates } from "@stsphera/schedule";
import {
  type DatedContent,
  networkOfContent,
  type Span,
  type VersionContent,
} from "@stsphera/schedule/versions";
import { personRow } from "../../kernel/index.ts";
import { CALENDAR_JSON, calendarOf, type StoredCalendar, workdaysOfCalendar } from "./gpr-calendar.ts";

/** A row as stored: dates are those that were signed. */
type StoredRow = Omit<GprRow, "float" | "critical">;

/** A version with its rows and links as stored, read in one statement. */
export type ContentRow = Omit<GprContent, "rows" | "finish" | "can"> & {
  objectStatus: ObjectStatus;
  calendar: StoredCalendar;
  rows: StoredRow[];
};

/** Columns of the content of a version `v` with its object `o`. */
export const CONTENT_COLUMNS = `
  v.id, v.object_id as "objectId", o.status as "objectStatus", v.number, v.status, v.start_on::text as "startOn", v.hash,
  v.version, ${CALENDAR_JSON} as calendar,
  (select coalesce(json_agg(json_build_object('key', r.key, 'number', r.number, 'parent', r.parent, 'name', r.name,
      'department', r.department, 'ownerId', r.owner_id, 'quantity', trim_scale(r.quantity)::text, 'unit', r.unit,
      'work', r.work, 'facadeId', r.facade_id, 'duration', r.duration, 'constraint', case when r.constraint_kind is null then null else
        json_build_object('kind', r.constraint_kind, 'edge', r.constraint_edge, 'day', r.constraint_day) end,
      'version', r.version, 'start', r.start_on, 'finish', r.finish_on) order by r.sort), '[]')
    from gpr_rows r where r.gpr_id = v.id) as rows,
  (select coalesce(json_agg(json_build_object('from', l."from", 'to', l."to", 'type', l.type, 'lag', l.lag,
      'unit', l.unit) order by l."to", l."from", l.type), '[]')
    from gpr_links l where l.gpr_id = v.id) as links,
  (select coalesce(json_agg(${personRow("u")} order by u.full_name, u.id), '[]') from users u
    where u.id in (select r.owner_id from gpr_rows r where r.gpr_id = v.id)) as people,
  (select coalesce(json_agg(json_build_object('id', f.id, 'code', f.code, 'name', f.name) order by f.sort, f.id), '[]')
    from facades f where f.object_id = v.object_id) as facades`;

export const contentOf = ({ startOn, rows, links }: ContentRow): VersionContent => ({
  start: startOn,
  rows: rows.map(({ ownerId, facadeId, version: _version, start: _start, finish: _finish, ...row }) => ({
    ...row,
    owner: ownerId === null ? null : String(ownerId),
    facade: facadeId === null ? null : String(facadeId),
  })),
  links,
});

export const workdaysIn = ({ calendar }: ContentRow) => workdaysOfCalendar(calendarOf(calendar));

/** Rows with their dates: those that were signed, else those that rows and links lead to; with float and critical path. */
export function datedRows(stored: ContentRow): { rows: GprRow[]; finish: string | null } {
  const { schedule } = {
    schedule: null,
    ...computeSchedule(networkOfContent(contentOf(stored), workdaysIn(stored))),
  };
  const rows = stored.rows.map((row): GprRow => {
    const dates = schedule === null ? undefined : rowDates(schedule, row.key);
    return {
      ...row,
      start: row.start ?? dates?.start ?? null,
      finish: row.finish ?? dates?.finish ?? null,
      float: dates?.totalFloat ?? null,
      critical: dates?.critical ?? false,
    };
  });
  const finish = rows.reduce<string | null>(
    (last, row) => (row.finish !== null && (last === null || row.finish > last) ? row.finish : last),
    null,
  );
  return { rows, finish };
}

/** The same as two versions are compared. */
export function datedContent(stored: ContentRow): DatedContent & { workdays: ReturnType<typeof workdaysIn> } {
  const dates = new Map<string, Span>();
  for (const { key, start, finish } of datedRows(stored).rows) {
    if (start !== null && finish !== null) dates.set(key, { start, finish });
  }
  return { ...contentOf(stored), dates, workdays: workdaysIn(stored) };
}
