import { TASK_STATUSES } from "@stsphera/contracts/vocabulary";
import { z } from "zod";
import type { TaskRow } from "./load-task.ts";

const personOrThing = z.int().nullable();
const at = z.coerce.date().nullable();

/** Columns that a move may touch: what undoing puts back. Instants travel as text in JSON. */
const moved = z.object({
  status: z.enum(TASK_STATUSES),
  assigneeId: personOrThing,
  blockedReason: z.string().nullable(),
  blockerUserId: personOrThing,
  blockerTaskId: personOrThing,
  blockedAt: at,
  assignedAt: at,
  acceptedAt: at,
  submittedAt: at,
  completedAt: at,
  statusSince: z.coerce.date(),
});

/** What a move keeps of the past: the columns, the version it was made from, and the request it closed. */
const snapshot = moved.extend({ version: z.int(), closedRequestId: personOrThing });
export type TaskSnapshot = z.infer<typeof snapshot>;

export function snapshotOf(task: TaskRow, closedRequestId: number | null): TaskSnapshot {
  return snapshot.parse({ ...task, closedRequestId });
}

/** The past as a move kept it. */
export function readSnapshot(kept: unknown): {
  columns: z.infer<typeof moved>;
  version: number;
  closedRequestId: number | null;
} {
  const { version, closedRequestId, ...columns } = snapshot.parse(kept);
  return { columns, version, closedRequestId };
}

const COLUMNS = Object.keys(moved.shape) as (keyof typeof moved.shape)[];

/** What was and what is, of the columns of a move that differ. */
export function difference(
  was: TaskRow,
  is: TaskRow,
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const differ = COLUMNS.filter((column) => String(was[column]) !== String(is[column]));
  const only = (row: TaskRow) => Object.fromEntries(differ.map((column) => [column, row[column]]));
  return { before: only(was), after: only(is) };
}
