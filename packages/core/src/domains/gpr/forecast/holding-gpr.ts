import { type GprHolding, id } from "@stsphera/contracts";
import { type Day, dayNumber, drivingPath, lastRow, rowDates, type Schedule } from "@stsphera/schedule";
import { z } from "zod";
import { query } from "../../../kernel/index.ts";
import type { ForecastRow } from "./forecast-sql.ts";
import { currentSchedule, readForecast } from "./read-forecast.ts";

type Held = GprHolding["rows"][number];

/** «Кто держит»: the rows that drive the finish, and whose they are. */
export const holdingGpr = query({
  name: "gpr.holding",
  permissions: ["gpr.view"],
  input: z.strictObject({ gprId: id }),
  read: async (ctx, { gprId }): Promise<GprHolding> => {
    const stored = await readForecast(ctx, gprId);
    const schedule = currentSchedule(ctx, stored);
    const last = lastRow(schedule);
    const rows =
      last === null ? [] : drivingPath(schedule, last).map((key) => heldRow(stored, schedule, key));
    return { finish: schedule.finish, rows, owners: byOwner(rows, schedule) };
  },
});

function heldRow({ rows, people }: ForecastRow, schedule: Schedule, key: string): Held {
  const row = rows.find((one) => one.key === key);
  const { start = "", finish = "" } = rowDates(schedule, key) ?? {};
  return {
    key,
    number: row?.number ?? 0,
    name: row?.name ?? "",
    department: row?.department ?? "construction",
    owner: people.find((person) => person.id === row?.ownerId) ?? null,
    start,
    finish,
    workdays: workdaysFrom(schedule, key, start, finish),
  };
}

/** Working days from a day through another; a milestone has none. */
function workdaysFrom({ topology, tasks }: Schedule, key: string, start: Day, finish: Day): number {
  const task = tasks[topology.indexOf.get(key) ?? -1];
  if (task === undefined || task.duration === 0) return 0;
  return task.workdays.ordinal(dayNumber(finish) + 1) - task.workdays.ordinal(dayNumber(start));
}

/** Owners of what is not done yet, the one with the most working days first; rows of nobody by department. */
function byOwner(rows: readonly Held[], { topology, tasks }: Schedule): GprHolding["owners"] {
  const open = rows.filter(({ key }) => tasks[topology.indexOf.get(key) ?? -1]?.actualFinish === null);
  const groups = new Map<string, GprHolding["owners"][number]>();
  // The path is told from its end: what is to be done first comes last.
  for (const row of open.toReversed()) {
    const { owner, department } = row;
    const group = `${owner?.id ?? ""} ${owner === null ? department : ""}`;
    const was = groups.get(group) ?? { owner, department, rows: 0, workdays: 0, next: row };
    groups.set(group, { ...was, rows: was.rows + 1, workdays: was.workdays + row.workdays });
  }
  return [...groups.values()].toSorted((one, other) => other.workdays - one.workdays);
}
