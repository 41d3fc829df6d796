import { id } from "@stsphera/contracts";
import { applyPatch, invertPatch, type VersionContent } from "@stsphera/schedule/versions";
import { z } from "zod";
import { command, type Context, DomainError, type Tx } from "../../kernel/index.ts";
import { authorizeEdit, type EditVerdict, saveContent } from "./edit-draft.ts";
import { type KeptContent, readContent } from "./gpr-content.ts";
import { lastStep, markStep, type StepRow, type StoredStep, stepToRepeat } from "./gpr-steps.ts";
import { type LoadedGpr, lockGpr } from "./load-gpr.ts";

/** The content without a step, or with it again; a conflict when others have changed what it changed. */
function contentWith({ content }: KeptContent, { patch, start }: StoredStep, back: boolean): VersionContent {
  const applied = applyPatch(content, back ? invertPatch(patch) : patch);
  const from = back ? start?.after : start?.before;
  if (applied.conflict !== undefined || (from !== undefined && from !== content.start)) {
    throw new DomainError("conflict", { sentence: "gpr_step_built_upon" });
  }
  const to = back ? start?.before : start?.after;
  return { ...applied.content, start: to ?? content.start };
}

type Moved = { ctx: Context; target: LoadedGpr; verdict: EditVerdict };

async function moveStep(tx: Tx, { ctx, target, verdict }: Moved, step: StepRow | undefined, back: boolean) {
  if (target.gpr.status !== "draft" || step === undefined) {
    throw new DomainError("conflict", { sentence: back ? "nothing_to_undo" : "gpr_nothing_to_repeat" });
  }
  const kept = await readContent(tx, target.gpr);
  const after = contentWith(kept, step.patch as StoredStep, back);
  const outcome = await saveContent(tx, ctx, { loaded: target, verdict, kept }, after, { step: false });
  await markStep(tx, step, back ? ctx.now : null);
  return outcome;
}

const shared = {
  permissions: ["gpr.edit"],
  quiet: true,
  input: z.strictObject({ gprId: id }),
  load: (tx: Tx, ctx: Context, { gprId }: { gprId: number }) => lockGpr(tx, ctx, gprId),
  authorize: (ctx: Context, loaded: LoadedGpr) => authorizeEdit(ctx, loaded),
} as const;

/** Takes back the actor's last step of a draft, where nobody has built upon it. */
export const undoGprStep = command({
  ...shared,
  name: "gpr.undo_step",
  execute: async (tx, moved) => moveStep(tx, moved, await lastStep(tx, moved.ctx, moved.target.gpr.id), true),
});

/** Repeats the step that the actor took back last. */
export const redoGprStep = command({
  ...shared,
  name: "gpr.redo_step",
  execute: async (tx, moved) =>
    moveStep(tx, moved, await stepToRepeat(tx, moved.ctx, moved.target.gpr.id), false),
});
