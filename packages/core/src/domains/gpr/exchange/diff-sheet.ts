import { fullDay, numericDay } from "@stsphera/contracts/format";
import { DEPARTMENT_CAPTIONS } from "@stsphera/contracts/people/captions";
import type { Locale } from "@stsphera/contracts/vocabulary";
import type { Constraint, ScheduleLink } from "@stsphera/schedule";
import type { RowChangeInVersion, Span, VersionRow } from "@stsphera/schedule/versions";
import type { Sheet } from "../../../platform/sheets/index.ts";
import type { readDiff } from "../diff-gpr.ts";
import { exchangeWords } from "./exchange-words.ts";
import { linkText } from "./version-sheet.ts";

type Read = Awaited<ReturnType<typeof readDiff>>;
/** A line of a sheet of changes. */
export type DiffLine = { change: string; number: number | null; name: string; before: string; now: string };

/** What names the ids of a change. */
type Names = {
  locale: Locale;
  rows: ReadonlyMap<string, { number: number; name: string }>;
  people: ReadonlyMap<string, string>;
  facades: ReadonlyMap<string, string>;
};

/** What differs between two versions, a line a change, in words. */
export function diffLines({ before, after, from, to, diff }: Read, locale: Locale): DiffLine[] {
  const t = exchangeWords(locale);
  const names: Names = {
    locale,
    rows: new Map([...from.rows, ...to.rows].map((row) => [row.key, row])),
    people: new Map([...before.people, ...after.people].map(({ id, fullName }) => [String(id), fullName])),
    facades: new Map(after.facades.map(({ id, name }) => [String(id), name])),
  };
  const spanOf = (dates: ReadonlyMap<string, Span>, { key }: VersionRow) => spanText(dates.get(key), locale);
  const line = (change: string, { number, name }: VersionRow, was = "", now = ""): DiffLine => ({
    change,
    number,
    name,
    before: was,
    now,
  });
  const { finish } = diff;
  const moved = finish.before !== finish.after;
  return [
    ...(moved ? [finishLine(t("change_finish"), finish, locale)] : []),
    ...diff.added.map((row) => line(t("change_added"), row, "", spanOf(to.dates, row))),
    ...diff.removed.map((row) => line(t("change_removed"), row, spanOf(from.dates, row))),
    ...diff.changed.flatMap(({ row, changes }) =>
      changes.map((change) => line(captionOf(change, locale), row, ...sides(change, names))),
    ),
  ];
}

const finishLine = (
  change: string,
  { before, after }: { before: string | null; after: string | null },
  locale: Locale,
): DiffLine => ({
  change,
  number: null,
  name: "",
  before: before === null ? "" : fullDay(before, locale),
  now: after === null ? "" : fullDay(after, locale),
});

function captionOf(change: RowChangeInVersion, locale: Locale): string {
  const t = exchangeWords(locale);
  if (change.kind !== "moved") return t(`change_${change.kind}`);
  const { workdays } = change;
  return t("change_moved", { days: workdays > 0 ? `+${workdays}` : String(workdays).replace("-", "−") });
}

const spanText = (span: Span | undefined, locale: Locale): string =>
  span === undefined ? "" : `${numericDay(span.start, locale)} – ${numericDay(span.finish, locale)}`;

/** What was, and what is. */
function sides(change: RowChangeInVersion, names: Names): [string, string] {
  const { locale, people, facades, rows } = names;
  const both = <T>(of: { before: T; after: T }, say: (value: T) => string): [string, string] => [
    say(of.before),
    say(of.after),
  ];
  switch (change.kind) {
    case "moved":
      return both(change, (span) => spanText(span, locale));
    case "owner":
      return both(change, (owner) => (owner === null ? "" : (people.get(owner) ?? "")));
    case "facade":
      return both(change, (facade) => (facade === null ? "" : (facades.get(facade) ?? "")));
    case "parent":
      return both(change, (key) => (key === null ? "" : (rows.get(key)?.name ?? "")));
    case "department":
      return both(change, (department) => DEPARTMENT_CAPTIONS[locale][department]);
    case "duration":
      return both(change, String);
    case "constraint":
      return both(change, (constraint) => constraintText(constraint, locale));
    case "links":
      return [linksText(change.removed, names), linksText(change.added, names)];
    default:
      return both(change, (text) => text ?? "");
  }
}

const linksText = (links: readonly ScheduleLink[], { rows, locale }: Names): string =>
  links
    .map(
      (link) =>
        `${linkText(link, rows.get(link.from)?.number ?? 0, locale)} ${rows.get(link.from)?.name ?? ""}`,
    )
    .join("; ");

function constraintText(constraint: Constraint | null, locale: Locale): string {
  if (constraint === null) return "";
  const { kind, edge, day } = constraint;
  return exchangeWords(locale)(`${kind}_${edge}`, { day: numericDay(day, locale) });
}

/** The same as a sheet. */
export function diffSheet(read: Read, locale: Locale): Sheet {
  const t = exchangeWords(locale);
  const columns = [
    ["change", 30],
    ["number", 7],
    ["name", 48],
    ["before", 40],
    ["now", 40],
  ] as const;
  return {
    name: t("diff_sheet", { before: read.before.number, after: read.after.number }),
    columns: columns.map(([title, width]) => ({ title: t(title), width })),
    rows: diffLines(read, locale).map(({ change, number, name, before, now }) => [
      change,
      number,
      name,
      before,
      now,
    ]),
  };
}
