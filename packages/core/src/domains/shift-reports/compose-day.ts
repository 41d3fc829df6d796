import { shortName, withUnit } from "@stsphera/contracts/format";
import type { Party } from "@stsphera/contracts/vocabulary";
import type { ReportedDay, ReportedRecord } from "./read-report-days.ts";
import { PAPER_LOCALE, type Saying } from "./report-words.ts";

/** A heading with its rows; nothing without rows. */
const block = (heading: string, rows: readonly string[]): string[] =>
  rows.length === 0 ? [] : [heading, ...rows];

function workLines({ works }: ReportedDay, { t }: Saying): string[] {
  if (works.length === 0) return [t("no_works")];
  const rows = works.map(({ work, unit, facade, floor, quantity }) =>
    t("work", { work, facade, floor, qty: withUnit(quantity, unit, PAPER_LOCALE) }),
  );
  return [t("works"), ...rows];
}

function peopleLines({ crews }: ReportedDay, { t }: Saying): string[] {
  if (crews.length === 0) return [];
  const named = crews.map(({ lead, workers }) => t("crew", { lead: shortName(lead), count: workers }));
  const count = crews.reduce((sum, { workers }) => sum + workers, 0);
  return [t("people", { count, crews: named.join(", ") })];
}

const rowOf = (
  { crew, workers, hours, ...record }: ReportedRecord,
  { people, hours: say, what }: Saying,
) => ({
  crew: shortName(crew),
  people: people(workers),
  hours: say(hours),
  what: what(record),
});

/** Idle time that the general contractor is told: what is not ours to answer for. */
const CLAIMED: readonly Party[] = ["customer", "force_majeure"];

/**
 * A day for the general contractor: people, works by place, and idle time that the customer or the weather answers for.
 * What stood by our own fault is told inside the company.
 */
export function contractorDay(day: ReportedDay, saying: Saying): string[] {
  const { t } = saying;
  const idle = day.records.flatMap((record) =>
    record.party === null || !CLAIMED.includes(record.party)
      ? []
      : [t("idle_row", { ...rowOf(record, saying), party: saying.party(record.party) })],
  );
  const notes = day.records.filter(({ party }) => party === null);
  return [
    ...peopleLines(day, saying),
    ...workLines(day, saying),
    ...block(
      t("notes"),
      notes.map((record) => t("note", rowOf(record, saying))),
    ),
    ...block(t("idle"), idle),
  ];
}

/** A day for the general work journal: who led the works, what was done where, breaks in the work. */
export function journalDay(day: ReportedDay, saying: Saying): string[] {
  const { t } = saying;
  const breaks = day.records.filter(({ party }) => party !== null);
  const names = day.authors.map((name) => shortName(name, "initial")).join(", ");
  return [
    t("shift", { date: saying.day(day.date) }),
    ...peopleLines(day, saying),
    ...workLines(day, saying),
    ...block(
      t("breaks"),
      breaks.map((record) => t("note", rowOf(record, saying))),
    ),
    ...(names === "" ? [] : [t("responsible", { names })]),
  ];
}
