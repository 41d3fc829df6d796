import { randomUUID } from "node:crypto";
import { openTestDatabase, type OpenTestDatabase } from "@stsphera/db/testing";
import { ROLE_CODES } from "@stsphera/rbac";
import { rebuildDecisions } from "../domains/verbs.ts";
import { makeTestObject } from "./create-test-object.ts";
import { actorOf, insertPeople, oneUserPerRole } from "./people.ts";
import type { World } from "./world.ts";

/** Tuesday, 10:00 in Moscow. */
export const WORLD_NOW = new Date("2026-09-08T07:00:00.000Z");

/**
 * A separate database with one user per role and a fixed clock; for `*.db.test.ts` files. Outside of a test run the
 * database is given: migrated and empty.
 */
export async function createTestWorld(given?: OpenTestDatabase): Promise<World> {
  const database = given ?? (await openTestDatabase());
  const { db } = database;
  await insertPeople(db, oneUserPerRole(), WORLD_NOW);
  let others = 0;

  const world: World = {
    db,
    url: database.url,
    now: WORLD_NOW,
    as: (role) => actorOf(db, { telegramId: String(1_000_001 + ROLE_CODES.indexOf(role)) }, WORLD_NOW),
    again: (actor) => actorOf(db, { userId: actor.id }, WORLD_NOW),
    job: (name, ...permissions) => ({ kind: "system", job: name, permissions }),
    ctx: (actor, more) => ({ db, actor, now: WORLD_NOW, requestId: randomUUID(), ...more }),
    async createUser({ role = "construction_itr", status = "active", fullName } = {}) {
      others += 1;
      const telegramId = String(2_000_000 + others);
      await insertPeople(db, [{ telegramId, fullName: fullName ?? "Иван Жилин", role, status }], WORLD_NOW);
      return actorOf(db, { telegramId }, WORLD_NOW);
    },
    createTestObject: (options) => makeTestObject(world, options),
    async rebuildDecisions() {
      const actor = { kind: "system", job: "consistency", permissions: ["settings.manage"] } as const;
      await rebuildDecisions({ db, now: WORLD_NOW, actor });
    },
    async traces() {
      const [row] = await db.read<{ audit: number; outbox: number }>(
        `select (select count(*)::int from audit_log) as audit, (select count(*)::int from outbox) as outbox`,
        [],
      );
      if (row === undefined) throw new Error("nothing was counted");
      return row;
    },
    close: () => database.close(),
  };
  return world;
}
