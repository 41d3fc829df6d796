import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { type Context, type Day, invalidField, notFound, subjectAs, type Tx } from "../../kernel/index.ts";
import { lockObjectOf, type ObjectOfThing } from "../objects/index.ts";

const { defects } = schema;

export type DefectRow = typeof defects.$inferSelect;
export type LoadedDefect = { defect: DefectRow; object: ObjectOfThing };

/** Locks a defect, and its object against closing; not_found when the actor may not see it. */
export async function lockDefect(tx: Tx, ctx: Context, defectId: number): Promise<LoadedDefect> {
  const [defect] = await tx.select().from(defects).where(eq(defects.id, defectId)).for("update");
  if (defect === undefined || !can(ctx.actor, "defect.view", { objectId: defect.objectId })) throw notFound();
  return { defect, object: await lockObjectOf(tx, defect.objectId) };
}

/** The current row, for a version conflict. */
export const currentDefect = ({ id, status, version }: DefectRow) => ({ id, status, version });

export const subjectOf = subjectAs("defect");

/** Refuses a term before today, by the object's day. */
export function assertTerm(dueOn: Day | null | undefined, today: Day): void {
  if (dueOn === null || dueOn === undefined || dueOn >= today) return;
  throw invalidField("dueOn", "deadline_past", { today });
}
