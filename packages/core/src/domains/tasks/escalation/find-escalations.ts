import type { EscalationLevel } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import type { Day, Tx } from "../../../kernel/index.ts";
import { HOLDER, IS_TOLD } from "../task-sql.ts";
import { findLate, type Ladder, type LateThing, lockLate } from "./late-ladder.ts";

const TASKS: Ladder = {
  table: "tasks",
  day: "deadline",
  person: HOLDER,
  open: "t.status not in ('done', 'cancelled')",
  told: IS_TOLD,
  levels: { table: "task_escalations", thing: "task_id", day: "deadline" },
};

/** A late task, with the level it has reached, and how late: in working days of who it waits for. */
export type DueEscalation = {
  taskId: number;
  objectId: number;
  deadline: Day;
  level: EscalationLevel;
  lateDays: number;
};

const asTask = ({ id: taskId, day: deadline, ...late }: LateThing): DueEscalation => ({
  taskId,
  deadline,
  ...late,
});

/** Tasks to be escalated now, at most `limit`. */
export const findEscalations = async (db: Database, now: Date, limit: number): Promise<DueEscalation[]> =>
  (await findLate(db, TASKS, now, limit)).map(asTask);

/** Those of the tasks that are still to be escalated, locked. */
export const lockEscalations = async (
  tx: Tx,
  at: { db: Database; now: Date },
  taskIds: readonly number[],
): Promise<DueEscalation[]> => (await lockLate(tx, at, TASKS, taskIds)).map(asTask);
