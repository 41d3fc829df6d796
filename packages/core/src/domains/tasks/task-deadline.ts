import { schema } from "@stsphera/db";
import { type Context, personOf, type Tx, type Day } from "../../kernel/index.ts";

/** Why a day cannot be requested as deadline: it must be after today and differ from the present one. */
export function whyNotPutOff(
  day: Day,
  { today, deadline }: { today: Day; deadline: Day | null },
): "deadline_not_later" | "deadline_same" | null {
  if (day <= today) return "deadline_not_later";
  return day === deadline ? "deadline_same" : null;
}

/** Records a deadline of a task; earlier ones are kept. */
export async function recordDeadline(
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
