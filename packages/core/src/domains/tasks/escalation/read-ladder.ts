import type { TaskLadder } from "@stsphera/contracts";
import { ESCALATION_LEVELS } from "@stsphera/contracts/vocabulary";
import { addDays, type Context, type Day } from "../../../kernel/index.ts";
import { readOfficeDays } from "../../calendar/index.ts";
import type { TaskCardRow } from "../read-task-card.ts";

/** Longer than the last level in working days, New Year's holidays included. */
const DAYS_AHEAD = 40;
const [, , LAST] = ESCALATION_LEVELS;

/** The first working days after a deadline: of the object for who works on site, of the office for others. */
async function workdaysAfter(
  { db }: Context,
  { objectId, onSite }: TaskCardRow,
  deadline: Day,
): Promise<Day[]> {
  if (!onSite)
    return (await readOfficeDays(db, addDays(deadline, 1), addDays(deadline, DAYS_AHEAD))).slice(0, LAST);
  const rows = await db.read<{ day: Day }>(
    `select day::text as day from object_workdays where object_id = $1 and day > $2::date order by day limit ${LAST}`,
    [objectId, deadline],
  );
  return rows.map(({ day }) => day);
}

/**
 * Whom the lateness of a task was told, and who is next and when; null for a task that is not late, and for one whose
 * lateness is told to nobody: handed in, waiting for another task, or of an object that does not run.
 */
export async function readLadder(ctx: Context, row: TaskCardRow): Promise<TaskLadder | null> {
  const { status, deadline, flags, told, objectStatus, today } = row;
  const isRunning = ["planning", "active", "completing"].includes(objectStatus);
  const isInHand = status === "assigned" || status === "in_progress";
  const isDue = isRunning && (isInHand || (status === "blocked" && row.blockerUserId !== null));
  if (deadline === null || !flags.overdue || (told.length === 0 && !isDue)) return null;
  if (!isDue) return { told, next: null };
  const days = await workdaysAfter(ctx, row, deadline);
  const reached = Math.max(0, ...told.map(({ level }) => level));
  const next = ESCALATION_LEVELS.flatMap((level) => {
    const day = days[level - 1];
    return level > reached && day !== undefined && day >= today ? [{ level, day }] : [];
  });
  return { told, next: next[0] ?? null };
}
