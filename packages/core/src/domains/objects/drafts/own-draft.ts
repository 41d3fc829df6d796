import type { DraftData, ObjectDraft } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { type Change, type Context, forbidden, notFound, personOf, type Tx } from "../../../kernel/index.ts";

const { objectDrafts } = schema;

export type DraftRow = typeof objectDrafts.$inferSelect;

/** Locks a draft of the actor; not_found for all others, including admins. */
export async function lockDraft(tx: Tx, ctx: Context, draftId: number): Promise<DraftRow> {
  const [row] = await tx.select().from(objectDrafts).where(eq(objectDrafts.id, draftId)).for("update");
  if (row === undefined || row.createdBy !== personOf(ctx).id) throw notFound();
  return row;
}

export function assertMayDraft(ctx: Context): void {
  if (!can(ctx.actor, "object.create")) throw forbidden("object.create");
}

export function presentDraft(row: DraftRow): ObjectDraft {
  const data = row.data as DraftData;
  return {
    id: row.id,
    name: data.object?.name ?? null,
    step: row.step,
    objectId: row.objectId,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
    data,
  };
}

/** Audit row of a draft: its progress, not its contents. */
export function draftChange(before: DraftRow | null, after: DraftRow | null): Change {
  const row = after ?? before;
  if (row === null) throw new Error("a change of no draft");
  return {
    entityType: "object_draft",
    entityId: row.id,
    objectId: null,
    before: before === null ? null : outline(before),
    after: after === null ? null : outline(after),
  };
}

function outline({ step, version, objectId, data }: DraftRow): Record<string, unknown> {
  const { object, members, facades, floors, volumes } = data as DraftData;
  return {
    step,
    version,
    objectId,
    name: object?.name ?? null,
    members: members?.length ?? 0,
    facades: facades?.length ?? 0,
    floors: floors?.length ?? 0,
    volumes: volumes?.length ?? 0,
  };
}
