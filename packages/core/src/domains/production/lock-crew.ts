import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { type Context, forbidden, notFound, type Tx } from "../../kernel/index.ts";
import { assertObjectOpen, lockSeenObject, type ObjectOfThing } from "../objects/index.ts";

const { crews } = schema;

export type CrewEntity = typeof crews.$inferSelect;
export type LockedCrew = { object: ObjectOfThing; crew: CrewEntity };

/** Locks the object and then its crew; not_found when the actor may not see the object. */
export async function lockCrew(tx: Tx, ctx: Context, crewId: number): Promise<LockedCrew> {
  const [found] = await tx.select().from(crews).where(eq(crews.id, crewId));
  if (found === undefined || found.objectId === null) throw notFound();
  const object = await lockSeenObject(tx, ctx, found.objectId);
  const [crew] = await tx.select().from(crews).where(eq(crews.id, crewId)).for("update");
  if (crew === undefined) throw notFound();
  return { object, crew };
}

/** Who leads and works in a crew decides whose work an installer may enter, so it belongs to the team. */
export function assertMayManCrew(ctx: Context, { object }: Pick<LockedCrew, "object">): void {
  if (!can(ctx.actor, "object.team", { objectId: object.id })) throw forbidden("object.team");
  assertObjectOpen(object);
}
