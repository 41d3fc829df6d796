import { schema } from "@stsphera/db";
import { sees } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { type Context, type Day, DomainError, localDay, notFound, type Tx } from "../../kernel/index.ts";
import { isChangeable } from "./object-workflow.ts";

const { objects } = schema;

/** The part of an object that its tasks and entries are judged by. */
export type ObjectOfThing = Pick<
  typeof objects.$inferSelect,
  "id" | "name" | "status" | "timeZone" | "dayCutoff"
>;

/** Locks the object of a thing against changes until the end of the transaction. */
export async function lockObjectOf(tx: Tx, objectId: number): Promise<ObjectOfThing> {
  const { id, name, status, timeZone, dayCutoff } = objects;
  const [object] = await tx
    .select({ id, name, status, timeZone, dayCutoff })
    .from(objects)
    .where(eq(objects.id, objectId))
    .for("share");
  if (object === undefined) throw notFound();
  return object;
}

/** The same for a thing about to be created; not_found when the actor may not see the object. */
export async function lockSeenObject(tx: Tx, ctx: Context, objectId: number): Promise<ObjectOfThing> {
  if (!sees(ctx.actor, objectId)) throw notFound();
  return lockObjectOf(tx, objectId);
}

/** Refuses changes to a closed object and its parts. */
export function assertObjectOpen({ status }: Pick<ObjectOfThing, "status">): void {
  if (!isChangeable(status)) throw new DomainError("conflict", { sentence: "object_is_over" });
}

/** The current day of the object. */
export const todayOn = (
  ctx: Context,
  { timeZone, dayCutoff }: Pick<ObjectOfThing, "timeZone" | "dayCutoff">,
): Day => localDay(ctx.now, timeZone, dayCutoff);
