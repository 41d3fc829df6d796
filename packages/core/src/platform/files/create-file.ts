import { type CreateFile, createFileInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { DOCUMENT_TYPES, objectKey } from "@stsphera/storage";
import { command, personOf } from "../../kernel/index.ts";
import { signUpload } from "../attachments/index.ts";
import { assertDocument } from "./document-rules.ts";
import { assertWithinQuota } from "./file-quota.ts";
import { assertMaySend, loadPhotoObject } from "./load-photo-object.ts";
import { assertPhoto } from "./photo-rules.ts";

/** Announces a photo or a document and returns an upload link, signed for exactly these bytes. */
export const createFile = command({
  name: "file.create",
  permissions: ["fact.enter", "task.comment"],
  input: createFileInput,
  load: (tx, ctx, { objectId }) => loadPhotoObject(tx, ctx, objectId),
  authorize: (ctx, object, file) => {
    assertMaySend(ctx, object);
    typeOf(file);
  },
  execute: async (tx, { ctx, input }) => {
    await assertWithinQuota(tx, ctx, { files: 1, bytes: input.size });
    const { objectId, name, size, sha256, purpose } = input;
    const contentType = typeOf(input);
    const storageKey = objectKey();
    const [row] = await tx
      .insert(schema.files)
      .values({
        objectId,
        purpose,
        source: "upload",
        status: "awaiting",
        name,
        contentType,
        size,
        sha256,
        storageKey,
        uploadedBy: personOf(ctx).id,
        createdAt: ctx.now,
      })
      .returning({ id: schema.files.id });
    if (row === undefined) throw new Error("a file was not stored");
    const subject = { entityType: "file", entityId: row.id, objectId };
    return {
      result: { id: row.id, storageKey, contentType, size, sha256 },
      changes: [{ ...subject, before: null, after: { name, size, sha256, contentType, status: "awaiting" } }],
      events: [{ ...subject, type: "file.recorded", payload: { status: "awaiting" } }],
    };
  },
  present: (ctx, { id, storageKey: key, ...file }, objectId) => {
    const { url, headers } = signUpload(ctx, { objectId, permission: "task.view" }, { key, ...file });
    return { id, uploadUrl: url, headers };
  },
});

/** The stored content type; throws when the file does not fit its purpose. */
function typeOf(file: CreateFile): string {
  if (file.purpose === "document") return DOCUMENT_TYPES[assertDocument(file)];
  assertPhoto(file);
  return file.contentType.trim().toLowerCase() || "application/octet-stream";
}
