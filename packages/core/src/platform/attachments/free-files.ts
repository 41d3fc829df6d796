import { schema } from "@stsphera/db";
import { and, eq, inArray } from "drizzle-orm";
import { type Context, invalidField, personOf, type Tx } from "../../kernel/index.ts";
import { attach, type Attached, type Attachment, attachmentsOf } from "./attach.ts";

const { files } = schema;

export type Claim = {
  objectId: number;
  fileIds: readonly number[];
  /** The input field that names the files, for refusals. */
  path: string;
  /** `photo`: photos in any state; `file`: photos and documents that were already uploaded. */
  kind: "photo" | "file";
  /** Which of the attachments already belong to the thing, and which files may be moved from another thing. */
  known: (attached: readonly Attachment[]) => Promise<{ own: Attachment[]; movable?: Attachment[] }>;
};

/**
 * Locks files that are to be attached to a thing and returns those it does not have yet. They must be uploaded by the
 * actor, for the same object, and not attached to anything else.
 */
export async function lockFreeFiles(
  tx: Tx,
  ctx: Context,
  { fileIds, known, ...claim }: Claim,
): Promise<number[]> {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return [];
  await lockOwnFiles(tx, ctx, { fileIds, ...claim });
  const attached = await attachmentsOf(tx, wanted);
  const { own, movable = [] } = attached.length === 0 ? { own: [], movable: [] } : await known(attached);
  const idsOf = (rows: readonly Attachment[]) => new Set(rows.map(({ fileId }) => fileId));
  const [mine, leaving, all] = [idsOf(own), idsOf(movable), idsOf(attached)];
  const taken = fileIds.findIndex((id) => all.has(id) && !mine.has(id) && !leaving.has(id));
  if (taken >= 0) throw invalidField(`${claim.path}.${taken}`, `${claim.kind}_taken`);
  return wanted.filter((id) => !mine.has(id));
}

/**
 * Attaches files to a thing and returns the new ones; unless `known` says otherwise, its own files are those already
 * attached to it. See `lockFreeFiles`.
 */
export async function attachFiles(
  tx: Tx,
  ctx: Context,
  to: Attached,
  claim: Pick<Claim, "objectId" | "fileIds"> & Partial<Claim>,
): Promise<number[]> {
  const isOwn = ({ entityType, entityId }: Attached) =>
    entityType === to.entityType && entityId === to.entityId;
  const known: Claim["known"] = async (attached) => ({ own: attached.filter(isOwn) });
  const fresh = await lockFreeFiles(tx, ctx, { path: "fileIds", kind: "file", known, ...claim });
  await attach(tx, ctx, to, fresh);
  return fresh;
}

/** Locks in id order, whatever the order of the input, to avoid deadlocks. */
async function lockOwnFiles(
  tx: Tx,
  ctx: Context,
  { objectId, fileIds, path, kind }: Omit<Claim, "known">,
): Promise<void> {
  const rows = await tx
    .select({ id: files.id, purpose: files.purpose, status: files.status, source: files.source })
    .from(files)
    .where(
      and(
        inArray(files.id, [...fileIds]),
        eq(files.objectId, objectId),
        eq(files.uploadedBy, personOf(ctx).id),
      ),
    )
    .orderBy(files.id)
    .for("update");
  const byId = new Map(rows.map((file) => [file.id, file]));
  for (const [at, fileId] of fileIds.entries()) {
    const file = byId.get(fileId);
    if (file === undefined || (kind === "photo" && file.purpose !== "photo"))
      throw invalidField(`${path}.${at}`, `unknown_${kind}`);
    const away = file.status === "awaiting" && file.source !== "telegram";
    if (kind === "file" && (away || file.status === "failed"))
      throw invalidField(`${path}.${at}`, "file_not_uploaded");
  }
}
