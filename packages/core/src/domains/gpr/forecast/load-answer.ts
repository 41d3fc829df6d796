import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { type Context, NO_ROW, notFound, subjectAs, type Tx } from "../../../kernel/index.ts";
import { type LoadedGpr, lockGpr } from "../load-gpr.ts";

const { gprAnswers } = schema;

export type AnswerRow = typeof gprAnswers.$inferSelect;

/** A locked answer with its version. */
export type LoadedAnswer = LoadedGpr & { answer: AnswerRow };

export const answerSubject = subjectAs("gpr_answer");

/** Locks the version of an answer, then the answer; not_found when the actor may not see it. */
export async function lockAnswer(tx: Tx, ctx: Context, answerId: number): Promise<LoadedAnswer> {
  const where = eq(gprAnswers.id, answerId);
  const [found] = await tx.select({ gprId: gprAnswers.gprId }).from(gprAnswers).where(where);
  const loaded = await lockGpr(tx, ctx, found?.gprId ?? NO_ROW);
  const [answer] = await tx.select().from(gprAnswers).where(where).for("update");
  if (answer === undefined) throw notFound();
  return { ...loaded, answer };
}
