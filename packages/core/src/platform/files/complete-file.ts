import { type FileState, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { sees } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import {
  type Command,
  command,
  type Context,
  DomainError,
  invalidField,
  notFound,
} from "../../kernel/index.ts";
import { assertMaySend, loadPhotoObject, maySend } from "./load-photo-object.ts";

const { files } = schema;
const input = z.strictObject({ fileId: id });

const judged = command({
  name: "file.complete",
  permissions: ["fact.enter", "task.comment"],
  input: input.extend({ found: z.int().nullable() }),
  load: async (tx, ctx, { fileId }) => {
    const [file] = await tx.select().from(files).where(eq(files.id, fileId)).for("update");
    const own = ctx.actor.kind === "user" && file?.uploadedBy === ctx.actor.id;
    if (file === undefined || !own || !sees(ctx.actor, file.objectId)) throw notFound();
    return { file, object: await loadPhotoObject(tx, ctx, file.objectId) };
  },
  authorize: (ctx, { object }) => assertMaySend(ctx, object),
  execute: async (tx, { input: { found }, target: { file } }) => {
    if (file.source !== "upload" || file.status !== "awaiting") {
      throw new DomainError("invalid_transition", { allowed: [] });
    }
    if (found === null) throw new DomainError("conflict", { sentence: "file_not_uploaded" });
    if (found !== file.size) throw invalidField("size", "file_size_differs");
    await tx
      .update(files)
      .set({ status: "stored", version: file.version + 1 })
      .where(eq(files.id, file.id));
    const subject = { entityType: "file", entityId: file.id, objectId: file.objectId };
    const result: FileState = { id: file.id, status: "stored", error: null };
    return {
      result,
      changes: [{ ...subject, before: { status: file.status }, after: { status: "stored" } }],
      events: [{ ...subject, type: "file.recorded", payload: { status: "stored" } }],
    };
  },
});

/**
 * Reports an upload as complete. The store is asked whether the file is there, before the transaction; a repeated
 * report returns the current state.
 */
export const completeFile: Command<typeof input, FileState> = {
  ...judged,
  input,
  async run(ctx, asked) {
    const file = await findOwn(ctx, asked);
    if (file !== undefined && file.status !== "awaiting" && maySend(ctx, file.objectId)) {
      return { id: file.id, status: file.status, error: file.error };
    }
    const found = file === undefined ? null : await sizeOf(ctx, file.storageKey);
    return judged.run(ctx, { ...asked, found });
  },
};

async function findOwn(ctx: Context, asked: z.input<typeof input>) {
  const { data } = input.safeParse(asked);
  if (data === undefined || ctx.actor.kind !== "user" || ctx.actor.status !== "active") return undefined;
  const [file] = await ctx.db.read<FileState & { objectId: number; storageKey: string }>(
    `select id, status, error, object_id as "objectId", storage_key as "storageKey"
     from files where id = $1 and uploaded_by = $2`,
    [data.fileId, ctx.actor.id],
  );
  return file;
}

async function sizeOf(ctx: Context, storageKey: string): Promise<number | null> {
  if (ctx.links?.sizeOf === undefined) throw new DomainError("unavailable");
  try {
    return await ctx.links.sizeOf(storageKey);
  } catch (error) {
    ctx.warn?.("the file store does not answer", error);
    throw new DomainError("unavailable");
  }
}
