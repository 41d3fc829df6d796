import type { GprContent } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import type { BoardRow, ColumnName } from "../board/layout.ts";
import type { RowTexts } from "../board/scene.ts";
import type { scheduleWords } from "../schedule-words.ts";

type ScheduleWords = (typeof scheduleWords)["ru"];

/** «24 авг», with its year where that is not the reader's. */
export function shortDay(day: string, today: string, words: ScheduleWords): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const text = `${Number(date)} ${words.months[Number(month) - 1] ?? ""}`;
  return year === today.slice(0, 4) ? text : `${text} ${year}`;
}

/** «24 авг – 3 окт»; null without dates. */
export function shortPeriod(
  start: string | null,
  finish: string | null,
  today: string,
  words: ScheduleWords,
): string | null {
  if (start === null || finish === null) return null;
  if (start === finish) return shortDay(start, today, words);
  return `${shortDay(start, today, words)} – ${shortDay(finish, today, words)}`;
}

const DAY_MS = 86_400_000;

/** What a board says of rows; each text is made once. */
export function rowTextsOf(
  people: GprContent["people"],
  today: string,
  words: ScheduleWords,
): RowTexts & { floatText: (row: BoardRow) => string | null } {
  const names = new Map(people.map(({ id, fullName }) => [id, shortName(fullName)]));
  const ownerOf = ({ ownerId }: BoardRow) => (ownerId === null ? null : (names.get(ownerId) ?? null));
  const known = new WeakMap<BoardRow, string>();
  const daysText = (row: BoardRow) =>
    row.duration === 0 && !row.summary ? words.milestone : words.days(row.duration);
  const floatText = ({ critical, float, summary }: BoardRow): string | null => {
    if (summary) return null;
    if (float !== null && float < 0) return words.late(-float);
    if (critical) return words.critical;
    return float === null ? null : words.float(float);
  };
  const facts = (row: BoardRow): string => {
    const text = known.get(row);
    if (text !== undefined) return text;
    const period = shortPeriod(row.start, row.finish, today, words) ?? words.noDates;
    const own = row.summary ? [] : [daysText(row), ownerOf(row) ?? words.nobody];
    const done = row.standing?.done ?? null;
    const behind = row.standing?.baseLate ?? 0;
    const standing = [
      done === null || done === 0 ? null : words.done(String(Math.round(done))),
      behind > 0 ? words.behindBase(behind) : null,
    ];
    const made = [period, ...own, ...standing, row.critical || (row.float ?? 0) < 0 ? floatText(row) : null]
      .filter((part) => part !== null)
      .join(" · ");
    known.set(row, made);
    return made;
  };
  const dayOr = (day: string | null) => (day === null ? "—" : shortDay(day, today, words));
  const cells: Readonly<Record<ColumnName, (row: BoardRow) => string>> = {
    number: ({ number }) => String(number),
    name: ({ name }) => name,
    start: ({ start }) => dayOr(start),
    finish: ({ finish }) => dayOr(finish),
    days: (row) => (row.summary ? "" : row.duration === 0 ? words.milestone : String(row.duration)),
    owner: (row) => (row.summary ? "" : (ownerOf(row) ?? "—")),
    float: (row) => floatText(row) ?? "",
  };
  return {
    facts,
    floatText,
    cell: (row, column) => cells[column](row),
    heading: (column) => words.columns[column],
    month: (day, short) => {
      const date = new Date(day * DAY_MS);
      const [month, year] = [date.getUTCMonth(), date.getUTCFullYear()];
      if (short) return words.months[month] ?? "";
      const name = words.monthNames[month] ?? "";
      return String(year) === today.slice(0, 4) ? name : `${name} ${year}`;
    },
  };
}
