import { undoCommand } from "../../kernel/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { extraLifecycle } from "./extra-lifecycle.ts";
import { removeVolume } from "./extra-volume.ts";
import { lockExtra } from "./load-extra.ts";

/** Undoes one's own decision within ten minutes; an accepted volume leaves the plan again. */
export const undoExtraDecision = undoCommand(extraLifecycle, {
  name: "extra.undo",
  id: "extraId",
  event: "extra.move_undone",
  load: lockExtra,
  assertOpen: ({ object }) => assertObjectOpen(object),
  // A reported work may always wait for a decision again.
  restores: async () => undefined,
  reverse: async (tx, { ctx, loaded: { extra } }) =>
    extra.status === "accepted" ? removeVolume(tx, ctx, extra) : [],
  payload: (before, after) => ({ title: after.title, from: before.status, to: after.status }),
});
