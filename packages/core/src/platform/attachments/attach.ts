import { schema } from "@stsphera/db";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Context, Tx } from "../../kernel/index.ts";
import { personOf } from "../../kernel/index.ts";

const { attachments } = schema;

/** The thing that files are attached to. */
export type Attached = { entityType: string; entityId: number };

/** A file and the thing it is attached to. */
export type Attachment = Attached & { fileId: number };

/** Existing attachments of the files; unattached files have no row. */
export const attachmentsOf = (tx: Tx, fileIds: readonly number[]): Promise<Attachment[]> =>
  tx
    .select({
      entityType: attachments.entityType,
      entityId: attachments.entityId,
      fileId: attachments.fileId,
    })
    .from(attachments)
    .where(inArray(attachments.fileId, [...fileIds]));

/** Attaches files that the caller has locked; a file that may leave another thing is moved. */
export async function attach(
  tx: Tx,
  ctx: Context,
  { entityType, entityId }: Attached,
  fileIds: readonly number[],
): Promise<void> {
  if (fileIds.length === 0) return;
  await tx.execute(sql`
    insert into attachments (entity_type, entity_id, file_id, role, created_by, created_at)
    select ${entityType}, ${entityId}::int, f.id, f.purpose, ${personOf(ctx).id}::int, ${ctx.now.toISOString()}::timestamptz
    from files f where f.id in ${[...fileIds]} order by f.id
    on conflict (file_id) do update set entity_type = excluded.entity_type, entity_id = excluded.entity_id,
      created_by = excluded.created_by, created_at = excluded.created_at`);
}

/** Moves the files of a thing to the one that replaces it. */
export async function moveAttachments(tx: Tx, from: Attached, to: Attached): Promise<void> {
  await tx
    .update(attachments)
    .set({ entityType: to.entityType, entityId: to.entityId })
    .where(and(eq(attachments.entityType, from.entityType), eq(attachments.entityId, from.entityId)));
}
