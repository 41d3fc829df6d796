import { fileLinkQuery, type FilePurpose, type FileState, id } from "@stsphera/contracts";
import { can, limitOn, sees } from "@stsphera/rbac";
import { z } from "zod";
import { type Context, DomainError, invalidField, notFound, query } from "../../kernel/index.ts";

type Row = {
  objectId: number;
  purpose: FilePurpose;
  name: string;
  storageKey: string;
  status: FileState["status"];
  uploadedBy: number;
  /** Tied to a task. */
  ofTask: boolean;
  /** Tied to an entry or to the journal of a day. */
  ofDay: boolean;
  /** Tied to an entry that was confirmed. */
  confirmed: boolean;
};

const STATEMENT = `
  select x.object_id as "objectId", x.purpose, x.name, x.storage_key as "storageKey", x.status,
    x.uploaded_by as "uploadedBy",
    exists (select from task_files t where t.file_id = x.id) as "ofTask",
    exists (select from fact_photos p where p.file_id = x.id)
      or exists (select from journal_photos j where j.file_id = x.id) as "ofDay",
    exists (select from fact_photos p join daily_plan_fact f on f.id = p.fact_id
      where p.file_id = x.id and f.status = 'confirmed') as confirmed
  from files x where x.id = $1`;

/** A link to a file, good for ten minutes; a document is saved under the name it was sent with. */
export const getFileLink = query({
  name: "file.link",
  permissions: ["fact.view", "task.view"],
  input: z.strictObject({ fileId: id, ...fileLinkQuery.shape }),
  read: async (ctx, { fileId, thumb }) => {
    const [file] = await ctx.db.read<Row>(STATEMENT, [fileId]);
    if (file === undefined || !sees(ctx.actor, file.objectId) || !mayKnow(ctx, file)) throw notFound();
    const document = file.purpose === "document";
    if (document && thumb !== undefined) throw invalidField("thumb", "document_no_thumb");
    if (file.status === "failed") throw new DomainError("conflict", { sentence: "file_refused" });
    if (file.status !== "ready") throw new DomainError("conflict", { sentence: "file_not_ready" });
    if (ctx.links === undefined) throw new DomainError("unavailable");
    const { storageKey, name } = file;
    return { url: ctx.links.sign(storageKey, thumb ?? "original", document ? name : undefined) };
  },
});

/**
 * A file is known to those who may see what it is tied to: a task, or a day's facts, of which an observer knows the
 * confirmed entries alone. What is tied to nothing yet is its sender's.
 */
function mayKnow({ actor }: Context, { objectId, ...file }: Row): boolean {
  if (file.ofTask) return can(actor, "task.view", { objectId });
  if (!file.ofDay) {
    return actor.kind === "user" && actor.id === file.uploadedBy && can(actor, "task.view", { objectId });
  }
  if (!can(actor, "fact.view", { objectId })) return false;
  return limitOn(actor, "fact.view", { objectId }) !== "confirmed_only" || file.confirmed;
}
