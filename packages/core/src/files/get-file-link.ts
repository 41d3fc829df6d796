import { fileLinkQuery, type FileState, id } from "@stsphera/contracts";
import { can, limitOn, sees } from "@stsphera/rbac";
import { z } from "zod";
import { type Context, DomainError, forbidden, notFound, query } from "../kernel/index.ts";

type Row = {
  objectId: number;
  storageKey: string;
  status: FileState["status"];
  uploadedBy: number;
  /** Tied to an entry that was confirmed. */
  confirmed: boolean;
};

const STATEMENT = `
  select x.object_id as "objectId", x.storage_key as "storageKey", x.status, x.uploaded_by as "uploadedBy",
    exists (select from fact_photos p join daily_plan_fact f on f.id = p.fact_id
      where p.file_id = x.id and f.status = 'confirmed') as confirmed
  from files x where x.id = $1`;

/** A link to a photo, good for ten minutes; whoever sees the facts of the object may follow it. */
export const getFileLink = query({
  name: "file.link",
  permissions: ["fact.view"],
  input: z.strictObject({ fileId: id, ...fileLinkQuery.shape }),
  read: async (ctx, { fileId, thumb }) => {
    const [file] = await ctx.db.read<Row>(STATEMENT, [fileId]);
    if (file === undefined || !mayKnow(ctx, file)) throw notFound();
    if (!can(ctx.actor, "fact.view", { objectId: file.objectId })) throw forbidden("fact.view");
    if (file.status !== "ready") throw new DomainError("conflict", { sentence: "file_not_ready" });
    if (ctx.links === undefined) throw new DomainError("unavailable");
    return { url: ctx.links.sign(file.storageKey, thumb ?? "original") };
  },
});

/** An observer knows the photos of confirmed entries alone. */
function mayKnow(ctx: Context, file: Row): boolean {
  if (!sees(ctx.actor, file.objectId)) return false;
  const limit = limitOn(ctx.actor, "fact.view", { objectId: file.objectId });
  return limit !== "confirmed_only" || file.confirmed;
}
