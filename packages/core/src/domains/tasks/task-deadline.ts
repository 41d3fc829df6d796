import { schema } from "@stsphera/db";
import { type Context, type Day, insertRows, personOf, type Tx } from "../../kernel/index.ts";

/** Why a day cannot be requested as deadline: it must be after today and differ from the present one. */
export function whyNotPutOff(
  day: Day,
  { today, deadline }: { today: Day; deadline: Day | null },
): "deadline_not_later" | "deadline_same" | null {
  if (day <= today) return "deadline_not_later";
  return day === deadline ? "deadline_same" : null;
}

type Given = { deadline: Day | null; requestId?: number };

/** Records a deadline of a task; earlier ones are kept. */
export const recordDeadline = (tx: Tx, ctx: Context, taskId: number, given: Given): Promise<void> =>
  recordDeadlines(tx, ctx, [{ taskId, ...given }]);

/** The same of several tasks. */
export async function recordDeadlines(
  tx: Tx,
  ctx: Context,
  given: readonly (Given & { taskId: number })[],
): Promise<void> {
  const by = { setBy: personOf(ctx).id, setAt: ctx.now };
  await insertRows(
    tx,
    schema.taskDeadlines,
    given.map(({ requestId = null, ...one }) => ({ ...one, requestId, ...by })),
  );
}
