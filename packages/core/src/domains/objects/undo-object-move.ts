import { schema } from "@stsphera/db";
import { and, eq, gt } from "drizzle-orm";
import { undoCommand } from "../../kernel/index.ts";
import { lockObject } from "./load-object.ts";
import { objectLifecycle } from "./object-lifecycle.ts";
import { presentObjectState } from "./present-object.ts";

const { dailyPlanFact } = schema;

/** Undoes the actor's own newest move of an object within ten minutes, while no entry was made on top of it. */
export const undoObjectMove = undoCommand(objectLifecycle, {
  name: "object.undo",
  id: "objectId",
  event: "object.move_undone",
  load: lockObject,
  isBuiltOn: async (tx, object, move) => {
    const [entry] = await tx
      .select({ id: dailyPlanFact.id })
      .from(dailyPlanFact)
      .where(and(eq(dailyPlanFact.objectId, object.id), gt(dailyPlanFact.createdAt, move.at)))
      .limit(1);
    return entry !== undefined;
  },
  // Every state an object has been in stays possible while nothing was entered since.
  restores: () => Promise.resolve(),
  payload: (before, after) => ({ name: after.name, from: before.status, to: after.status }),
  answer: (ctx, object) => presentObjectState(ctx, object),
});
