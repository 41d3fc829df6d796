import { schema } from "@stsphera/db";
import { can, sees } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { type Context, DomainError, forbidden, notFound, type Tx } from "../../kernel/index.ts";

const { objects } = schema;

export type PhotoObject = Pick<typeof objects.$inferSelect, "id" | "status">;

/** The object of a file; not_found for an actor who does not see it. */
export async function loadPhotoObject(tx: Tx, ctx: Context, objectId: number): Promise<PhotoObject> {
  if (!sees(ctx.actor, objectId)) throw notFound();
  const { id, status } = objects;
  const [object] = await tx.select({ id, status }).from(objects).where(eq(objects.id, objectId)).for("share");
  if (object === undefined) throw notFound();
  return object;
}

/** Photos are sent with facts, photos and documents with tasks, so every member except observers may send. */
export const maySend = ({ actor }: Context, objectId: number): boolean =>
  can(actor, "fact.enter", { objectId }) || can(actor, "task.comment", { objectId });

const isOver = (status: PhotoObject["status"]): boolean => status === "closed" || status === "archived";

/** Refuses a file of who may not send, and of an object whose things cannot be changed any more. */
export function assertMaySend(ctx: Context, { id, status }: PhotoObject): void {
  if (!maySend(ctx, id)) throw forbidden("task.comment", "photos_by_workers");
  if (isOver(status)) throw new DomainError("conflict", { sentence: "object_is_over" });
}
