import { type Constraint, type Day, dayNumber, type ScheduleLink, type Workdays } from "../index.ts";
import { type DatedContent, type Span, summaryKeys, type VersionRow } from "./content.ts";

type Change<T> = { before: T; after: T };

/** What became different in a row; the words are the caller's. */
export type RowChangeInVersion =
  /** `workdays` is by how many the finish moved, negative where it is earlier. */
  | ({ kind: "moved"; workdays: number } & Change<Span>)
  | ({ kind: "renamed" | "quantity" | "unit" | "work" | "facade" } & Change<string | null>)
  | ({ kind: "owner" | "parent" } & Change<string | null>)
  | ({ kind: "department" } & Change<VersionRow["department"]>)
  | ({ kind: "duration" } & Change<number>)
  | ({ kind: "constraint" } & Change<Constraint | null>)
  /** By what the row comes after: links whose lag changed are in both lists. */
  | { kind: "links"; removed: ScheduleLink[]; added: ScheduleLink[] };

export type VersionDiff = {
  added: VersionRow[];
  removed: VersionRow[];
  /** Rows of both, in the order of the later version. */
  changed: { row: VersionRow; changes: RowChangeInVersion[] }[];
  /** How many rows have a change of each kind. */
  counts: Partial<Record<RowChangeInVersion["kind"], number>>;
  finish: { before: Day | null; after: Day | null; workdays: number };
};

/** Working days from one day to another, by the ordinals of an object's calendar. */
const workdaysBetween = ({ ordinal }: Workdays, before: Day, after: Day) =>
  ordinal(dayNumber(after)) - ordinal(dayNumber(before));

const finishOf = ({ dates }: DatedContent): Day | null =>
  [...dates.values()].reduce<Day | null>(
    (latest, { finish }) => (latest === null || finish > latest ? finish : latest),
    null,
  );

const linkText = ({ from, type, lag, unit }: ScheduleLink) => JSON.stringify([from, type, lag, unit]);

function incoming(links: readonly ScheduleLink[]): Map<string, Map<string, ScheduleLink>> {
  const byRow = new Map<string, Map<string, ScheduleLink>>();
  for (const link of links) {
    const of = byRow.get(link.to) ?? new Map<string, ScheduleLink>();
    byRow.set(link.to, of.set(linkText(link), link));
  }
  return byRow;
}

/** What changed from one version to another; the order of rows alone is no change. */
export function diffVersions(before: DatedContent, after: DatedContent, workdays: Workdays): VersionDiff {
  const former = new Map(before.rows.map((row) => [row.key, row]));
  const kept = new Set(after.rows.map(({ key }) => key));
  const [linksBefore, linksAfter] = [incoming(before.links), incoming(after.links)];
  const summaries = summaryKeys([...before.rows, ...after.rows]);
  const changed: VersionDiff["changed"] = [];
  const counts: VersionDiff["counts"] = {};
  for (const row of after.rows) {
    const was = former.get(row.key);
    if (was === undefined) continue;
    const changes = [
      ...fieldChanges(was, row, summaries.has(row.key)),
      ...linkChanges(linksBefore.get(row.key), linksAfter.get(row.key)),
      ...moves(before.dates.get(row.key), after.dates.get(row.key), workdays),
    ];
    for (const { kind } of changes) counts[kind] = (counts[kind] ?? 0) + 1;
    if (changes.length > 0) changed.push({ row, changes });
  }
  const [finishBefore, finishAfter] = [finishOf(before), finishOf(after)];
  return {
    added: after.rows.filter(({ key }) => !former.has(key)),
    removed: before.rows.filter(({ key }) => !kept.has(key)),
    changed,
    counts,
    finish: {
      before: finishBefore,
      after: finishAfter,
      workdays:
        finishBefore === null || finishAfter === null
          ? 0
          : workdaysBetween(workdays, finishBefore, finishAfter),
    },
  };
}

function moves(before: Span | undefined, after: Span | undefined, workdays: Workdays): RowChangeInVersion[] {
  if (!before || !after || (before.start === after.start && before.finish === after.finish)) return [];
  return [{ kind: "moved", before, after, workdays: workdaysBetween(workdays, before.finish, after.finish) }];
}

function linkChanges(
  before: ReadonlyMap<string, ScheduleLink> = new Map(),
  after: ReadonlyMap<string, ScheduleLink> = new Map(),
): RowChangeInVersion[] {
  const removed = [...before].filter(([text]) => !after.has(text)).map(([, link]) => link);
  const added = [...after].filter(([text]) => !before.has(text)).map(([, link]) => link);
  return removed.length + added.length === 0 ? [] : [{ kind: "links", removed, added }];
}

function fieldChanges(before: VersionRow, after: VersionRow, summary: boolean): RowChangeInVersion[] {
  const changes: RowChangeInVersion[] = [];
  if (before.name !== after.name) changes.push({ kind: "renamed", before: before.name, after: after.name });
  for (const kind of ["owner", "parent", "quantity", "unit", "work", "facade"] as const) {
    if (before[kind] !== after[kind]) changes.push({ kind, before: before[kind], after: after[kind] });
  }
  if (before.department !== after.department) {
    changes.push({ kind: "department", before: before.department, after: after.department });
  }
  if (before.duration !== after.duration && !summary) {
    changes.push({ kind: "duration", before: before.duration, after: after.duration });
  }
  const [was, is] = [before.constraint, after.constraint];
  if (was?.kind !== is?.kind || was?.edge !== is?.edge || was?.day !== is?.day) {
    changes.push({ kind: "constraint", before: was, after: is });
  }
  return changes;
}
