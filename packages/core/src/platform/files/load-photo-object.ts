import { schema } from "@stsphera/db";
import { can, sees } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { type Context, forbidden, notFound, type Tx } from "../../kernel/index.ts";

const { objects } = schema;

/** The object that a file is for; to a person who does not see it it does not exist. */
export async function loadPhotoObject(tx: Tx, ctx: Context, objectId: number): Promise<{ id: number }> {
  if (!sees(ctx.actor, objectId)) throw notFound();
  const [object] = await tx.select({ id: objects.id }).from(objects).where(eq(objects.id, objectId));
  if (object === undefined) throw notFound();
  return object;
}

/** Photos are sent with facts, they and documents with tasks: by every member but an observer. */
export const maySend = ({ actor }: Context, objectId: number): boolean =>
  can(actor, "fact.enter", { objectId }) || can(actor, "task.comment", { objectId });

export function assertMaySend(ctx: Context, objectId: number): void {
  if (!maySend(ctx, objectId)) throw forbidden("task.comment", "photos_by_workers");
}
