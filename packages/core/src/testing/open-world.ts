import { randomUUID } from "node:crypto";
import type { UserStatus } from "@stsphera/contracts/vocabulary";
import { createDatabase, type Database } from "@stsphera/db";
import { createTestDatabase } from "@stsphera/db/testing";
import { type Actor, type Permission, type Role, ROLE_CODES, type UserActor } from "@stsphera/rbac";
import type { Context } from "../kernel/index.ts";
import { type AnObject, makeObject, type ObjectWish } from "./an-object.ts";
import { actorOf, insertPeople, onePersonARole } from "./people.ts";

/** Tuesday, ten in the morning in Moscow. */
export const WORLD_NOW = new Date("2026-09-08T07:00:00.000Z");

export type World = {
  db: Database;
  now: Date;
  /** The active person of a role, as the database says now: object roles are read anew each time. */
  as(role: Role): Promise<UserActor>;
  /** Another person, by default active, with no role on any object. */
  aPerson(wish?: { role?: Role | null; status?: UserStatus; fullName?: string }): Promise<UserActor>;
  /** The same person, read again. */
  again(actor: UserActor): Promise<UserActor>;
  /** A job of the system with exactly these permissions. */
  job(name: string, ...permissions: Permission[]): Actor;
  ctx(actor: Actor, more?: Partial<Context>): Context;
  /** A running object, made through the verbs. */
  anObject(wish?: ObjectWish): Promise<AnObject>;
  /** How many audit and outbox rows there are: what a refusal must not move. */
  traces(): Promise<{ audit: number; outbox: number }>;
  close(): Promise<void>;
};

/** A database of one's own with one person a role and a clock that stands still; for `*.db.test.ts` files. */
export async function openWorld(): Promise<World> {
  const database = await createTestDatabase();
  const db = createDatabase(database.url, { max: 4, applicationName: "stsphera-test" });
  await insertPeople(db, onePersonARole(), WORLD_NOW);
  let others = 0;

  const world: World = {
    db,
    now: WORLD_NOW,
    as: (role) => actorOf(db, { telegramId: String(1_000_001 + ROLE_CODES.indexOf(role)) }),
    again: (actor) => actorOf(db, { userId: actor.id }),
    job: (name, ...permissions) => ({ kind: "system", job: name, permissions }),
    ctx: (actor, more) => ({ db, actor, now: WORLD_NOW, requestId: randomUUID(), ...more }),
    async aPerson({ role = "construction_itr", status = "active", fullName } = {}) {
      others += 1;
      const telegramId = String(2_000_000 + others);
      await insertPeople(db, [{ telegramId, fullName: fullName ?? "Иван Жилин", role, status }], WORLD_NOW);
      return actorOf(db, { telegramId });
    },
    anObject: (wish) => makeObject(world, wish),
    async traces() {
      const [row] = await db.read<{ audit: number; outbox: number }>(
        `select (select count(*)::int from audit_log) as audit, (select count(*)::int from outbox) as outbox`,
        [],
      );
      if (row === undefined) throw new Error("nothing was counted");
      return row;
    },
    async close() {
      await db.close();
      await database.drop();
    },
  };
  return world;
}
