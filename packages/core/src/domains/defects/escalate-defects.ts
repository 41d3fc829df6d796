import { id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import type { Database } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { command, forbidden, nonEmpty, notFound } from "../../kernel/index.ts";
import { OPEN_DEFECT } from "../objects/index.ts";
import { defectSubject } from "../rights/index.ts";
import { findLate, type Ladder, type LateThing, lockLate, MAX_ESCALATED } from "../tasks/index.ts";

/** What is disputed waits for who settles it, as a blocked task waits for its blocker: nobody is late with it. */
const DEFECTS: Ladder = {
  table: "defects",
  day: "due_on",
  person: "t.responsible_id",
  open: OPEN_DEFECT,
  told: "t.status in ('open', 'assigned', 'in_work', 'reopened')",
  levels: { table: "defect_escalations", thing: "defect_id", day: "due_on" },
};

/** Defects to be escalated now, at most `limit`. */
export const findLateDefects = (db: Database, now: Date, limit: number): Promise<LateThing[]> =>
  findLate(db, DEFECTS, now, limit);

/**
 * Escalates defects that are past their day, each to the level it has reached: levels passed while nobody was told are
 * not made up, and none is told twice for one day. For a job.
 */
export const escalateDefects = command({
  name: "defect.escalate",
  permissions: [],
  input: z.strictObject({ defectIds: z.array(id).min(1).max(MAX_ESCALATED) }),
  load: async (tx, ctx, { defectIds }) => {
    const due = await lockLate(tx, ctx, DEFECTS, defectIds);
    if (due.length === 0) throw notFound();
    return due;
  },
  authorize: ({ actor }) => {
    if (actor.kind !== "system" || !can(actor, "settings.manage")) throw forbidden("settings.manage");
  },
  execute: async (tx, { ctx, target: due }) => {
    await tx.insert(schema.defectEscalations).values(
      due.map(({ id: defectId, day: dueOn, level, lateDays }) => ({
        defectId,
        dueOn,
        level,
        lateDays,
        at: ctx.now,
      })),
    );
    return {
      result: { escalated: due.length },
      changes: nonEmpty(
        due.map(({ day: dueOn, lateDays, ...defect }) => ({
          ...defectSubject(defect),
          before: null,
          after: { dueOn, lateDays },
        })),
      ),
      events: due.map(({ day: dueOn, level, lateDays, ...defect }) => ({
        ...defectSubject(defect),
        type: "defect.escalated" as const,
        payload: { dueOn, level, lateDays },
      })),
    };
  },
});
