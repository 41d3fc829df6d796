import { type DraftData, id, saveDraftInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { assertVersion, command, DomainError } from "../../../kernel/index.ts";
import { assertMayDraft, type DraftRow, draftChange, lockDraft, presentDraft } from "./own-draft.ts";

const { objectDrafts } = schema;
const [first, second, third, fourth, fifth] = saveDraftInput.options;
const own = { draftId: id };

/** Stores one step of a draft as typed; the other steps stay. */
export const saveObjectDraft = command({
  name: "object_draft.save",
  permissions: ["object.create"],
  quiet: true,
  input: z.discriminatedUnion("step", [
    first.safeExtend(own),
    second.safeExtend(own),
    third.safeExtend(own),
    fourth.safeExtend(own),
    fifth.safeExtend(own),
  ]),
  load: (tx, ctx, { draftId }) => lockDraft(tx, ctx, draftId),
  authorize: (ctx, row, { version }) => {
    assertMayDraft(ctx);
    if (row.objectId !== null) throw new DomainError("conflict", { sentence: "draft_completed" });
    assertVersion(row, version, presentDraft(row));
  },
  execute: async (tx, { ctx, input: { step, data }, target: row }) => {
    const kept: DraftData = { ...(row.data as DraftData), ...data };
    const after: DraftRow = { ...row, step, data: kept, updatedAt: ctx.now, version: row.version + 1 };
    const { data: stored, updatedAt, version } = after;
    await tx
      .update(objectDrafts)
      .set({ step, data: stored, updatedAt, version })
      .where(eq(objectDrafts.id, row.id));
    return { result: presentDraft(after), changes: [draftChange(row, after)], events: [] };
  },
});
