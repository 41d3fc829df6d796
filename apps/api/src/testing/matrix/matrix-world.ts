import {
  allStandings,
  notificationOf,
  ownWorld,
  prepareWorld,
  type PreparedWorld,
  type Standing,
  TEST_LINKS,
  thingsOn,
} from "@stsphera/core/testing/verbs";
import type { TestObject } from "@stsphera/core/testing";
import type { UserActor } from "@stsphera/rbac";
import { openApi, type TestApi } from "../open-api.ts";
import { type RolledBack, rolledBack } from "./rolled-back.ts";

export type MatrixWorld = {
  api: TestApi;
  people: readonly Standing[];
  /** Rows that belong to other users. */
  others: PreparedWorld;
  /** The same world, where entry, photos and card belong to the actor. */
  own(actor: UserActor): PreparedWorld;
  foreignNotificationId: number;
  takeDone: RolledBack["takeDone"];
  close(): Promise<void>;
};

/** One server over one world with every role in every relation to the object, each user with their own rows. */
export async function createMatrixWorld(): Promise<MatrixWorld> {
  const others = await prepareWorld();
  const { world, foreman } = others;
  const people = await allStandings(others);
  const undone = rolledBack(world.db);
  const api = await openApi(() => ({ db: undone.db, links: TEST_LINKS }), world);
  const ownThings = new Map<number, PreparedWorld>();
  for (const { actor } of people) ownThings.set(actor.id, await ownWorld(others, actor));
  return {
    api,
    people,
    others,
    own(actor) {
      const things = ownThings.get(actor.id);
      if (things === undefined) throw new Error("a person without things of his own");
      return things;
    },
    foreignNotificationId: await notificationOf(world.ctx(foreman), await world.createUser()),
    takeDone: undone.takeDone,
    close: () => api.close(),
  };
}

/** An object whose members are not in the matrix, with something of every kind on it. */
export type Elsewhere = { object: TestObject; ids: Readonly<Record<string, number>> };

export async function elsewhere(prepared: PreparedWorld): Promise<Elsewhere> {
  const { world } = prepared;
  const author = await world.createUser();
  const object = await world.createTestObject({
    team: [],
    members: [{ actor: author, roles: ["construction_itr"] }],
    facades: ["Север"],
    floors: ["7"],
  });
  // A test object gets the world's manager; here they must have no role.
  const manager = await world.as("project_manager");
  await world.db.sql`delete from object_roles where object_id = ${object.id} and user_id = ${manager.id}`;
  return { object, ids: await thingsOn({ world, author, objectId: object.id }) };
}
