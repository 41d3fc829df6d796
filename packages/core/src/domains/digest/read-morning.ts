import type { Database } from "@stsphera/db";
import { myObjectIds, rolesOn, type UserActor } from "@stsphera/rbac";
import { addDays, dayText, loadActor, localTime } from "../../kernel/index.ts";
import { RUNNING } from "../../platform/schedule/index.ts";
import { readOfficeDays } from "../calendar/index.ts";
import { ledParts } from "../shifts/index.ts";
import type { Morning } from "./card/morning-card.ts";
import { inWhosePlace } from "./in-whose-place.ts";
import type { MorningObject, MorningReader, Section, Shown } from "./section.ts";
import { company } from "./sections/company.ts";
import { managedObjects } from "./sections/managed-objects.ts";
import { missingFacts } from "./sections/missing-facts.ts";
import { news } from "./sections/news.ts";
import { ownTasks } from "./sections/own-tasks.ts";
import { returnedEntries } from "./sections/returned-entries.ts";
import { shiftPlan } from "./sections/shift-plan.ts";
import { waiting } from "./sections/waiting.ts";

/** The parts of a morning, in the order in which they are read. */
const SECTIONS: readonly Section[] = [
  company,
  managedObjects,
  shiftPlan,
  missingFacts,
  returnedEntries,
  ownTasks,
  waiting,
  news,
];
/** For who wants no morning card: what they have no messages of. */
const NEWS_ALONE: readonly Section[] = [news];

/** Days off in a row are at most those of the New Year. */
const LONGEST_BREAK = 12;

type Row = Omit<MorningObject, "manages" | "managesFor" | "leads">;

/** $1 instant · $2 objects · $3 reader */
const OBJECTS = `
  select o.id, o.name, d.today::text as today,
    exists (select from object_workdays w where w.object_id = o.id and w.day = d.today) as works,
    (select max(w.day)::text from object_workdays w where w.object_id = o.id and w.day < d.today) as "lastWorkday",
    exists (select from zones z where z.object_id = o.id and z.foreman_id is not null) as "hasForemen",
    exists (select from delegations g join users p on p.id = g.principal_id
      where g.principal_id = $3::int and g.ended_at is null and (g.object_id is null or g.object_id = o.id)
        and ($1::timestamptz at time zone p.time_zone)::date between g.from_day and g.to_day) as away
  from objects o cross join lateral (select (${dayText("$1::timestamptz")}) as today) d
  where o.id = any ($2::int[]) and ${RUNNING} order by o.id`;

const WANTS = `select s.morning_digest as morning from notification_settings s where s.user_id = $1`;

async function objectsOf(db: Database, actor: UserActor, now: Date): Promise<MorningObject[]> {
  const rows = await db.read<Row>(OBJECTS, [now.toISOString(), myObjectIds(actor), actor.id]);
  return rows.map((row) => {
    const present = row.away ? { ...actor, objectRoles: {} } : actor;
    const isManager = (person: UserActor) => rolesOn(person, row.id).includes("project_manager");
    return {
      ...row,
      manages: isManager(present),
      managesFor: inWhosePlace(present, isManager),
      leads: ledParts(actor, row),
    };
  });
}

/**
 * Reads what a user's morning brings, by the rights of this moment; null for who has nothing to read. The number of
 * statements grows with the objects that the reader leads or manages alone.
 */
export async function readMorning(db: Database, userId: number, now: Date): Promise<Morning | null> {
  const actor = await loadActor(db, { userId }, now);
  if (actor === null || actor.status !== "active") return null;
  const ctx = { db, actor, now, requestId: "digest.morning" };
  const { day: today } = localTime(now, actor.timeZone);
  const objects = await objectsOf(db, actor, now);
  const [next = addDays(today, 1)] = await readOfficeDays(
    db,
    addDays(today, 1),
    addDays(today, LONGEST_BREAK),
  );
  const reader: MorningReader = { ctx, actor, today, tomorrow: next, objects };
  const sections: Shown[] = [];
  const wants = (await db.read<{ morning: boolean }>(WANTS, [userId]))[0]?.morning ?? true;
  for (const section of wants ? SECTIONS : NEWS_ALONE) {
    const shown = await section(reader);
    if (shown !== null) sections.push(shown);
  }
  if (sections.length === 0) return null;
  const [only, another] = objects;
  const objectName = another === undefined && actor.role !== "director" ? (only?.name ?? null) : null;
  return { day: today, objectName, sections };
}
