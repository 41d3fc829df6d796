import type { GprPreview, Person } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, eq, inArray, sql } from "drizzle-orm";
import { type Change, type Context, decisionRow, type Tx } from "../../../kernel/index.ts";
import { answerDecisions } from "./answer-workflow.ts";
import { answerSubject } from "./load-answer.ts";

const { gprAnswers, pendingDecisions } = schema;

/** How many rows of an owner an answer names. */
const NAMED_ROWS = 10;

/** Asks each owner of moved rows whether the shift can be kept. */
export async function askOwners(
  tx: Tx,
  { id: shiftId, gprId, objectId, createdAt }: typeof schema.gprShifts.$inferSelect,
  owners: readonly Person[],
  moved: GprPreview["moved"],
): Promise<void> {
  if (owners.length === 0) return;
  const answers = await tx
    .insert(gprAnswers)
    .values(
      owners.map((owner) => {
        const own = moved.filter((row) => row.owner?.id === owner.id);
        return {
          shiftId,
          gprId,
          objectId,
          ownerId: owner.id,
          rows: own
            .slice(0, NAMED_ROWS)
            .map(({ number, name, before, after }) => ({ number, name, before, after })),
          moved: own.length,
          createdAt,
        };
      }),
    )
    .returning();
  const rows = answers.flatMap((answer) =>
    answerDecisions(answer).map((decision) => decisionRow(answerSubject(answer), decision)),
  );
  await tx.insert(pendingDecisions).values(rows);
}

/** Closes what nobody answered of a version that another one replaces. */
export async function closeAnswers(tx: Tx, ctx: Context, gprId: number): Promise<Change[]> {
  const closed = await tx
    .update(gprAnswers)
    .set({ status: "closed", answeredAt: ctx.now, version: sql`${gprAnswers.version} + 1` })
    .where(and(eq(gprAnswers.gprId, gprId), eq(gprAnswers.status, "open")))
    .returning();
  if (closed.length === 0) return [];
  await tx.delete(pendingDecisions).where(
    and(
      eq(pendingDecisions.entityType, "gpr_answer"),
      inArray(
        pendingDecisions.entityId,
        closed.map(({ id }) => id),
      ),
    ),
  );
  return closed.map((answer) => ({
    ...answerSubject(answer),
    before: { status: "open" },
    after: { status: "closed" },
    by: "system:gpr_activated",
  }));
}
