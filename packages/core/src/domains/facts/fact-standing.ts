import type { ObjectStatus } from "@stsphera/contracts";
import type { schema } from "@stsphera/db";
import { type Day, instantText } from "../../kernel/index.ts";
import { peopleOfCrew } from "./own-crew.ts";

/** What decides beside an entry's own columns what may be done to it. */
export type Standing = {
  authorIsInstaller: boolean;
  /** Accounts of the entry's crew; absent in answers stored by an older release. */
  crewUserIds?: number[];
  reversedById: number | null;
  /** Its work needs a photo, the entry completes the cell, and no entry of the cell has one: it cannot be confirmed. */
  photoDue: boolean;
  /** Who confirmed or returned it, and when. */
  decision: { by: number; at: string } | null;
  /** The last day of the author's period; null when the calendar ends before. */
  correctUntil: Day | null;
  object: { status: ObjectStatus; heldSince: Day | null; timeZone: string; dayCutoff: string };
};

export type StandingFact = Standing &
  Pick<
    typeof schema.dailyPlanFact.$inferSelect,
    "objectId" | "authorId" | "kind" | "status" | "date" | "createdAt"
  >;

/** The entry and its object, as a statement names them. */
type Aliases = { entry: string; object: string };

const workdayAfter = (
  instant: string,
  nth: number,
  { entry, object }: Aliases,
) => `(select wd.day from object_workdays wd
    where wd.object_id = ${entry}.object_id and wd.day > ((${instant} at time zone ${object}.time_zone) - ${object}.day_cutoff)::date
    order by wd.day offset ${nth - 1} limit 1)`;

const STANDING_NAMES: Aliases = { entry: "f", object: "o" };

/** SQL of the last day on which an author corrects an entry: the next working day, the second one after a return. */
export const authorsTerm = (names: Aliases): string => {
  const { entry } = names;
  return `greatest(${workdayAfter(`${entry}.created_at`, 1, names)},
      case when ${entry}.status = 'returned' then ${workdayAfter(`${entry}.decided_at`, 2, names)} end)`;
};

/** SQL of whether the author may still correct an entry on a day; `today` is SQL. */
export const isInTerm = (today: string, names: Aliases = STANDING_NAMES): string =>
  `coalesce(${today} <= ${authorsTerm(names)}, true)`;

const LIVE_IN_CELL = `from daily_plan_fact l where l.floor_volume_id = f.floor_volume_id and l.kind = 'work'
      and not exists (select from daily_plan_fact x where x.reverses_id = l.id)`;

/** One photo a cell is due, at the latest with the entry that completes it, from a day of the object on; of `f` and `o`. */
export const PHOTO_DUE = `(f.kind = 'work' and f.status = 'submitted' and o.photos_due_from <= f.date
      and exists (select from floor_volumes dv join work_types dw on dw.id = dv.work_type_id
        where dv.id = f.floor_volume_id and dw.requires_photo and dv.fact_qty >= dv.plan_qty)
      and f.id = (select max(l.id) ${LIVE_IN_CELL})
      and not exists (select ${LIVE_IN_CELL}
        and exists (select from attachments a where a.entity_type = 'fact' and a.entity_id = l.id)))`;

/** `Standing` of an entry `f` as JSON, of `STANDING_TABLES`. */
export const STANDING = `json_build_object(
    'authorIsInstaller', coalesce(u.role = 'installer', false), 'crewUserIds', ${peopleOfCrew("c")},
    'reversedById', r.id,
    'photoDue', ${PHOTO_DUE},
    'decision', case when f.decided_by is not null then
      json_build_object('by', f.decided_by, 'at', ${instantText("f.decided_at")}) end,
    'correctUntil', ${authorsTerm(STANDING_NAMES)},
    'object', json_build_object('status', o.status, 'heldSince', o.held_since, 'timeZone', o.time_zone,
      'dayCutoff', o.day_cutoff))`;

export const STANDING_TABLES = `
  daily_plan_fact f
  join objects o on o.id = f.object_id
  join users u on u.id = f.author_id
  left join crews c on c.id = f.crew_id
  left join daily_plan_fact r on r.reverses_id = f.id`;
