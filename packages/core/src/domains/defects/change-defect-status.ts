import { transitionCommand } from "../../kernel/index.ts";
import { attachFiles } from "../../platform/attachments/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { cureOf } from "./defect-attachments.ts";
import { defectLifecycle } from "./defect-lifecycle.ts";
import { lockDefect } from "./load-defect.ts";

/** Makes a move of a defect; photos of what was mended are kept apart from those of the report. */
export const changeDefectStatus = transitionCommand(defectLifecycle, {
  name: "defect.change_status",
  id: "defectId",
  load: lockDefect,
  assertOpen: ({ object }) => assertObjectOpen(object),
  prepare: async (tx, { ctx, loaded: { defect }, move, input }) => {
    if (move !== "fix") return {};
    const { objectId } = defect;
    const claim = { objectId, fileIds: input.fileIds, kind: "photo" as const };
    return { filesAdded: await attachFiles(tx, ctx, cureOf(defect), claim) };
  },
});
