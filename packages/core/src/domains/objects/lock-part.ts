import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { assertVersion, type Context, forbidden, notFound, type Tx } from "../../kernel/index.ts";
import { lockObject, type ObjectRow } from "./load-object.ts";
import { assertObjectOpen } from "./work-on-object.ts";

const { facades, floors } = schema;

export type FacadeRow = typeof facades.$inferSelect;
export type FloorRow = typeof floors.$inferSelect;
export type LockedPart<P> = { object: ObjectRow; part: P };

/** Locks the object and then its facade; not_found when the actor may not see the object. */
export async function lockFacade(tx: Tx, ctx: Context, facadeId: number): Promise<LockedPart<FacadeRow>> {
  return lockPart(tx, ctx, () => tx.select().from(facades).where(eq(facades.id, facadeId)));
}

/** Locks the object and then its floor. */
export async function lockFloor(tx: Tx, ctx: Context, floorId: number): Promise<LockedPart<FloorRow>> {
  return lockPart(tx, ctx, () => tx.select().from(floors).where(eq(floors.id, floorId)));
}

type Found<P> = PromiseLike<P[]> & { for(strength: "update"): PromiseLike<P[]> };

async function lockPart<P extends { objectId: number }>(
  tx: Tx,
  ctx: Context,
  find: () => Found<P>,
): Promise<LockedPart<P>> {
  const [found] = await find();
  if (found === undefined) throw notFound();
  const object = await lockObject(tx, ctx, found.objectId);
  const [part] = await find().for("update");
  if (part === undefined) throw notFound();
  return { object, part };
}

/** Refuses a change of a facade or floor without the right, from an older version, or on a closed object. */
export function assertMayChangePart(
  ctx: Context,
  { object, part }: LockedPart<FacadeRow | FloorRow>,
  version: number,
): void {
  if (!can(ctx.actor, "object.edit", { objectId: object.id })) throw forbidden("object.edit");
  assertVersion(part, version);
  assertObjectOpen(object);
}
