import { schema } from "@stsphera/db";
import { can, sees } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { type Context, forbidden, notFound, type Tx } from "../../kernel/index.ts";

const { objects } = schema;

/** The object of a file; not_found for an actor who does not see it. */
export async function loadPhotoObject(tx: Tx, ctx: Context, objectId: number): Promise<{ id: number }> {
  if (!sees(ctx.actor, objectId)) throw notFound();
  const [object] = await tx.select({ id: objects.id }).from(objects).where(eq(objects.id, objectId));
  if (object === undefined) throw notFound();
  return object;
}

/** Photos are sent with facts, photos and documents with tasks, so every member except observers may send. */
export const maySend = ({ actor }: Context, objectId: number): boolean =>
  can(actor, "fact.enter", { objectId }) || can(actor, "task.comment", { objectId });

export function assertMaySend(ctx: Context, objectId: number): void {
  if (!maySend(ctx, objectId)) throw forbidden("task.comment", "photos_by_workers");
}
