import { fileLinkQuery, type FilePurpose, type FileStatus, id } from "@stsphera/contracts";
import { z } from "zod";
import { type Context, DomainError, invalidField, notFound, query } from "../../kernel/index.ts";
import { type AttachmentRules, ruleOf } from "./attachment-rule.ts";
import { seesBy, type Sight, signFile } from "./file-links.ts";

type Row = {
  objectId: number;
  purpose: FilePurpose;
  name: string;
  key: string;
  status: FileStatus;
  uploadedBy: number;
  entityType: string | null;
  entityId: number | null;
};

const STATEMENT = `
  select x.object_id as "objectId", x.purpose, x.name, x.storage_key as key, x.status, x.uploaded_by as "uploadedBy",
    a.entity_type as "entityType", a.entity_id as "entityId"
  from files x left join attachments a on a.file_id = x.id where x.id = $1`;

/** A link to a file, valid for ten minutes; a document is downloaded under its original name. */
export const fileLinkVerb = (rules: AttachmentRules) =>
  query({
    name: "file.link",
    permissions: ["fact.view", "task.view"],
    input: z.strictObject({ fileId: id, ...fileLinkQuery.shape }),
    read: async (ctx, { fileId, thumb }) => {
      const [file] = await ctx.db.read<Row>(STATEMENT, [fileId]);
      const sight = file === undefined ? null : await sightOf(rules, ctx, file);
      if (file === undefined || sight === null || !seesBy(ctx.actor, sight)) throw notFound();
      if (file.purpose === "document" && thumb !== undefined)
        throw invalidField("thumb", "document_no_thumb");
      if (file.status === "failed") throw new DomainError("conflict", { sentence: "file_refused" });
      if (file.status !== "ready") throw new DomainError("conflict", { sentence: "file_not_ready" });
      const url = signFile(ctx, sight, file, thumb ?? "original");
      if (url === null) throw new DomainError("unavailable");
      return { url };
    },
  });

/** A file is visible to users who see what it is attached to; an unattached file only to its uploader. */
async function sightOf(
  rules: AttachmentRules,
  { db, actor }: Context,
  { objectId, uploadedBy, entityType, entityId }: Row,
): Promise<Sight | null> {
  if (entityType !== null && entityId !== null) return ruleOf(rules, entityType).sight(db, entityId);
  return actor.kind === "user" && actor.id === uploadedBy ? { objectId, permission: "task.view" } : null;
}
