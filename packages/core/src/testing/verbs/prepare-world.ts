import type { UserActor } from "@stsphera/rbac";
import { createTestWorld } from "../create-test-world.ts";
import type { World } from "../world.ts";
import type { PreparedWorld } from "./prepared-world.ts";
import { REGISTERED } from "./verb-cases.ts";
import type { ThingsOf } from "./verbs-of.ts";

/** A world, a new one by default, with everything that the cases of all domains need. */
export async function prepareWorld(given?: World): Promise<PreparedWorld> {
  const world = given ?? (await createTestWorld());
  const made = new Map<object, unknown>();
  const prepared: PreparedWorld = {
    world,
    here: await world.createTestObject(),
    foreman: await world.as("construction_itr"),
    pending: await world.createUser({ role: null, status: "pending" }),
    colleague: await world.createUser({ role: "safety" }),
    made,
  };
  for (const verbs of REGISTERED) made.set(verbs, await verbs.prepare(prepared));
  return prepared;
}

/** The same world, but with the things belonging to the given user. */
export async function ownWorld(others: PreparedWorld, actor: UserActor): Promise<PreparedWorld> {
  const made = new Map<object, unknown>();
  for (const verbs of REGISTERED) made.set(verbs, await verbs.own(others, actor));
  return { ...others, foreman: actor, colleague: actor, pending: actor, made };
}

/** Makes the prepared world large, with a reader who is a member of every object. */
export async function growWorld(prepared: PreparedWorld, reader: UserActor): Promise<void> {
  for (const verbs of REGISTERED) await verbs.grow(prepared, reader);
  await prepared.world.rebuildDecisions();
}

/** Creates a thing of every kind, owned by the author, on an object; returns ids by the names of request fields. */
export async function thingsOn(at: ThingsOf): Promise<Readonly<Record<string, number>>> {
  const ids: Record<string, number> = {};
  for (const verbs of REGISTERED) Object.assign(ids, await verbs.thingsOn?.(at));
  return ids;
}
