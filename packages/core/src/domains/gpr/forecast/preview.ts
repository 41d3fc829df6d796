import type { GprPreview, Person } from "@stsphera/contracts";
import { dayNumber, type MovedRow, movedRows, rowDates, type Schedule } from "@stsphera/schedule";
import type { Context } from "../../../kernel/index.ts";
import type { ContentRow } from "../content-sql.ts";

type Rows = Pick<ContentRow, "rows" | "people">;

/** What differs between two schedules of a version, as a preview shows it. */
export function previewOf(
  ctx: Pick<Context, "actor">,
  stored: Rows,
  before: Schedule,
  after: Schedule,
  moved: readonly MovedRow[] = movedRows(before, after),
): GprPreview {
  const rows = new Map(stored.rows.map((row) => [row.key, row]));
  const people = new Map(stored.people.map((person) => [person.id, person]));
  const { ordinal } = after.setting.calendars.main;
  const days = (from: string, to: string) => ordinal(dayNumber(to)) - ordinal(dayNumber(from));
  const told = moved.map(({ id, before: was, after: is }): GprPreview["moved"][number] => {
    const row = rows.get(id);
    const owner = row?.ownerId ?? null;
    return {
      key: id,
      number: row?.number ?? 0,
      name: row?.name ?? "",
      leaf: isLeaf(after, id),
      critical: [before, after].some((schedule) => rowDates(schedule, id)?.critical === true),
      owner: owner === null ? null : (people.get(owner) ?? null),
      before: was,
      after: is,
      workdays: days(was.finish, is.finish),
    };
  });
  const leaves = told.filter(({ leaf }) => leaf);
  const { actor } = ctx;
  const owners = new Map(leaves.flatMap(({ owner }) => (owner === null ? [] : [[owner.id, owner] as const])));
  if (actor.kind === "user") owners.delete(actor.id);
  return {
    moved: told,
    criticalMoved: leaves.filter(({ critical }) => critical).length,
    finish: finishOf(before, after),
    touched: [...owners.values()] satisfies Person[],
  };
}

/** How the finish of all moves between two schedules, in working days of the object. */
export function finishOf(before: Schedule, after: Schedule): GprPreview["finish"] {
  const { ordinal } = after.setting.calendars.main;
  const [was, is] = [before.finish, after.finish];
  const workdays = was === null || is === null ? 0 : ordinal(dayNumber(is)) - ordinal(dayNumber(was));
  return { before: was, after: is, workdays };
}

function isLeaf({ topology: { indexOf, children } }: Schedule, id: string): boolean {
  const index = indexOf.get(id) ?? 0;
  return children.at[index] === children.at[index + 1];
}
