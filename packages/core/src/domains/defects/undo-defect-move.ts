import { undoCommand } from "../../kernel/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { IN_HAND } from "../rights/index.ts";
import { assertFixer, defectLifecycle } from "./defect-lifecycle.ts";
import { lockDefect } from "./load-defect.ts";

/** Undoes the actor's own newest move of a defect within ten minutes, while nothing was done on top of it. */
export const undoDefectMove = undoCommand(defectLifecycle, {
  name: "defect.undo",
  id: "defectId",
  event: "defect.move_undone",
  load: lockDefect,
  assertOpen: ({ object }) => assertObjectOpen(object),
  // Who is to fix it again may have left the object since.
  restores: async (tx, { before: { objectId, responsibleId, status } }) => {
    const isGiven = IN_HAND.some((one) => one === status);
    if (responsibleId !== null && isGiven) await assertFixer(tx, objectId, responsibleId);
  },
  payload: (before, after) => ({
    title: after.title,
    from: before.status,
    to: after.status,
    ...(before.responsibleId === after.responsibleId ? {} : { previousId: before.responsibleId }),
  }),
});
