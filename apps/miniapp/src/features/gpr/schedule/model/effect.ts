import type { GprContent } from "@stsphera/contracts";
import {
  type Computed,
  computeSchedule,
  dayNumber,
  movedRows,
  type Network,
  rowDates,
  type Workdays,
} from "@stsphera/schedule";

type Plan = Pick<GprContent, "rows" | "links" | "startOn">;

const networkOf = ({ startOn, rows, links }: Plan, workdays: Workdays): Network => ({
  start: startOn,
  rows: rows.map(({ key, parent, duration, constraint }) => ({ id: key, parent, duration, constraint })),
  links,
  calendars: { main: workdays },
});

const computePlan = (plan: Plan, workdays: Workdays): Computed => computeSchedule(networkOf(plan, workdays));

/** What a change does to a schedule, before it is saved. */
export type Effect =
  /** Rows that wait for each other; none where the schedule is wrong in another way. */
  | { readonly kind: "wrong"; readonly cycle: readonly string[] }
  | {
      readonly kind: "moves";
      /** Leaf rows besides the changed one. */
      readonly moved: readonly string[];
      readonly critical: number;
      readonly own: { readonly start: string; readonly finish: string } | null;
      readonly finish: {
        readonly before: string | null;
        readonly after: string | null;
        readonly workdays: number;
      };
    };

/** The effect of a plan that is to take the place of another one, in which the row `key` was changed. */
export function effectOf(before: Plan, after: Plan, key: string, workdays: Workdays): Effect {
  const [was, is] = [computePlan(before, workdays), computePlan(after, workdays)];
  if (is.problems !== undefined) {
    const cycle = is.problems.find((problem) => problem.kind === "cycle");
    return { kind: "wrong", cycle: cycle?.rows ?? [] };
  }
  if (was.problems !== undefined) return { kind: "wrong", cycle: [] };
  const summaries = new Set(after.rows.map(({ parent }) => parent));
  const moved = movedRows(was.schedule, is.schedule)
    .map(({ id }) => id)
    .filter((id) => id !== key && !summaries.has(id));
  const isCritical = (id: string) =>
    rowDates(was.schedule, id)?.critical === true || rowDates(is.schedule, id)?.critical === true;
  const own = rowDates(is.schedule, key);
  const [first, last] = [was.schedule.finish, is.schedule.finish];
  return {
    kind: "moves",
    moved,
    critical: moved.filter(isCritical).length,
    own: own === undefined ? null : { start: own.start, finish: own.finish },
    finish: {
      before: first,
      after: last,
      workdays:
        first === null || last === null
          ? 0
          : workdays.ordinal(dayNumber(last)) - workdays.ordinal(dayNumber(first)),
    },
  };
}
