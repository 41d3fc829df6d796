import { schema } from "@stsphera/db";
import type { Day } from "../calendar/index.ts";
import { type Context, personOf, type Tx } from "../kernel/index.ts";

/** Keeps a deadline that a task has been given; the past ones stay. */
export async function keepDeadline(
  tx: Tx,
  ctx: Context,
  taskId: number,
  given: { deadline: Day | null; requestId?: number },
): Promise<void> {
  await tx.insert(schema.taskDeadlines).values({
    taskId,
    deadline: given.deadline,
    setBy: personOf(ctx).id,
    setAt: ctx.now,
    requestId: given.requestId ?? null,
  });
}
