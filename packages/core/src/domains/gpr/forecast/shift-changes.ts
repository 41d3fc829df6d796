import type { GprShiftHow } from "@stsphera/contracts";
import { dayNumber, type RowChange, rowDates } from "@stsphera/schedule";
import { pauseRows, shiftRows } from "@stsphera/schedule/versions";
import { DomainError, invalidField } from "../../../kernel/index.ts";
import { namedProblems } from "../schedule-problems.ts";
import type { GprForecast } from "./read-forecast.ts";

/** What is asked for: rows, and how they move. */
export type AskedShift = { rows: readonly string[]; how: GprShiftHow };

/** The changes of the network that a shift asks for; throws for rows that are gone, over, or cannot move so. */
export function changesOf(forecast: GprForecast, { rows, how }: AskedShift): RowChange[] {
  const { schedule, workdays } = forecast;
  for (const [at, key] of rows.entries()) {
    const row = schedule.network.rows[schedule.topology.indexOf.get(key) ?? -1];
    if (row === undefined) throw invalidField(`rows.${at}`, "gpr_row_gone");
    if (row.actualFinish) throw invalidField(`rows.${at}`, "gpr_row_over");
    if (how.by === "start" && row.actualStart) throw invalidField(`rows.${at}`, "gpr_row_begun");
  }
  if (how.by === "pause") return pauseOf(forecast, rows, how);
  const { ordinal } = workdays;
  const changes = rows.flatMap((key): RowChange[] => {
    if (how.by === "days") return shiftRows(schedule, [key], how.workdays);
    const dates = rowDates(schedule, key);
    if (dates === undefined) return [];
    const wanted = ordinal(dayNumber(how.day));
    const days = wanted - ordinal(dayNumber(how.by === "start" ? dates.start : dates.finish));

    return days === 0 ? [] : shiftRows(schedule, [key], days);
  });
  // A row that is named and lies under one that is moves once.
  return [...new Map(changes.toReversed().map((change) => [change.id, change])).values()].toReversed();
}

function pauseOf(
  { schedule, workdays: { ordinal } }: GprForecast,
  rows: readonly string[],
  { from, to }: { from: string; to: string },
): RowChange[] {
  if (to < from) throw invalidField("how.to", "gpr_pause_backwards");
  const days = ordinal(dayNumber(to) + 1) - ordinal(dayNumber(from));
  if (days === 0) throw invalidField("how.to", "gpr_pause_without_workdays");
  return pauseRows(schedule, rows, { from, to });
}

/** Throws what a calculation of changes could not do. */
export function refuseProblems({ content }: GprForecast, problems: readonly { kind: string }[]): never {
  const known = problems.filter((problem) => problem.kind !== "unknown_change");
  const [first] = namedProblems(content, known as Parameters<typeof namedProblems>[1]);
  if (first === undefined) throw new Error("changes of a schedule without a reason to refuse them");
  throw new DomainError("validation_failed", {
    fields: [{ path: "how", reason: first.reason, message: first.rows || first.reason }],
    sentence: first.reason,
    values: { rows: first.rows },
  });
}
