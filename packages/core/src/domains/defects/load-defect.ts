import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { type Context, type Day, invalidField, notFound, type Tx } from "../../kernel/index.ts";
import { isWorker, lockObjectOf, type ObjectOfThing } from "../objects/index.ts";

const { defects } = schema;

export type DefectRow = typeof defects.$inferSelect;
/** `fixerLeft`: who fixed it could not be given it again. */
export type LoadedDefect = { defect: DefectRow; object: ObjectOfThing; fixerLeft: boolean };

/** Locks a defect, and its object against closing; not_found when the actor may not see it. */
export async function lockDefect(tx: Tx, ctx: Context, defectId: number): Promise<LoadedDefect> {
  const [defect] = await tx.select().from(defects).where(eq(defects.id, defectId)).for("update");
  if (defect === undefined || !can(ctx.actor, "defect.view", { objectId: defect.objectId })) throw notFound();
  return {
    defect,
    object: await lockObjectOf(tx, defect.objectId),
    fixerLeft: await hasFixerLeft(tx, defect),
  };
}

/** What is in hand is set open when its fixer leaves (rights/leave-defects.ts); what is fixed is judged here. */
async function hasFixerLeft(tx: Tx, { objectId, status, responsibleId }: DefectRow): Promise<boolean> {
  if (responsibleId === null || (status !== "fixed" && status !== "verified")) return false;
  return !(await isWorker(tx, objectId, responsibleId, { permission: "defect.fix" }));
}

/** The current row, for a version conflict. */
export const currentDefect = ({ id, status, version }: DefectRow) => ({ id, status, version });

/** Refuses a term before today, by the object's day. */
export function assertTerm(dueOn: Day | null | undefined, today: Day): void {
  if (dueOn === null || dueOn === undefined || dueOn >= today) return;
  throw invalidField("dueOn", "deadline_past", { today });
}
