import { completeDraftInput, type DraftData, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { sees } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { assertVersion, command, type Context, nonEmpty, notFound, type Tx } from "../../../kernel/index.ts";
import { planChanged } from "../../plan/index.ts";
import type { ObjectRow } from "../load-object.ts";
import { withTeam } from "../open-object.ts";
import { presentObjectState } from "../present-object.ts";
import { buildObject } from "./build-object.ts";
import { completeDraftOf } from "./complete-draft-data.ts";
import { assertMayDraft, type DraftRow, draftChange, lockDraft, presentDraft } from "./own-draft.ts";

const { objectDrafts, objectRoles, objects } = schema;

/**
 * Creates the object of a draft: basic data, team, facades, floors and grid in one transaction. Repeated, also in
 * parallel, it returns the same object.
 */
export const completeObjectDraft = command({
  name: "object_draft.complete",
  permissions: ["object.create"],
  gives: true,
  input: z.strictObject({ draftId: id, ...completeDraftInput.shape }),
  load: (tx, ctx, { draftId }) => lockDraft(tx, ctx, draftId),
  authorize: (ctx, row, { version }) => {
    assertMayDraft(ctx);
    if (row.objectId === null) assertVersion(row, version, presentDraft(row));
  },
  execute: async (tx, { ctx, target: draft }) => {
    if (draft.objectId !== null) return completedBefore(tx, ctx, draft, draft.objectId);
    const built = await buildObject(tx, ctx, completeDraftOf(draft.data as DraftData));
    const { id: objectId } = built.object;
    const after: DraftRow = { ...draft, objectId, updatedAt: ctx.now, version: draft.version + 1 };
    await tx
      .update(objectDrafts)
      .set({ objectId, updatedAt: ctx.now, version: after.version })
      .where(eq(objectDrafts.id, draft.id));
    return {
      result: await standing(tx, ctx, built.object),
      changes: nonEmpty([...built.changes, draftChange(draft, after)]),
      events: built.events,
    };
  },
});

async function completedBefore(tx: Tx, ctx: Context, draft: DraftRow, objectId: number) {
  const [object] = await tx.select().from(objects).where(eq(objects.id, objectId));
  if (object === undefined) throw notFound();
  return {
    result: await standing(tx, ctx, object),
    changes: nonEmpty([{ ...draftChange(draft, draft), objectId }]),
    events: [planChanged(objectId, { created: 0, changed: 0, unchanged: 0, removed: 0 })],
  };
}

/** The answer for the current team: the actor was loaded before becoming a member, and may have left since. */
async function standing(tx: Tx, ctx: Context, object: ObjectRow) {
  const team = await tx
    .select({ userId: objectRoles.userId, role: objectRoles.role })
    .from(objectRoles)
    .where(eq(objectRoles.objectId, object.id));
  const acting = withTeam(ctx, object.id, team);
  if (!sees(acting.actor, object.id)) throw notFound();
  const state = presentObjectState(acting, object);
  return { ...state, objectId: object.id };
}
