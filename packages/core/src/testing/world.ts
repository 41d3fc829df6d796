import type { UserStatus } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import type { Actor, Permission, Role, UserActor } from "@stsphera/rbac";
import type { Context } from "../kernel/index.ts";
import type { TestObject, ObjectOptions } from "./object-options.ts";

export type World = {
  db: Database;
  /** URL of the database, for tests that need connections of their own. */
  url: string;
  now: Date;
  /** The active user of a role; roles on objects are reloaded on each call. */
  as(role: Role): Promise<UserActor>;
  /** Creates another user, by default active, with no role on any object. */
  createUser(options?: { role?: Role | null; status?: UserStatus; fullName?: string }): Promise<UserActor>;
  /** The same user, reloaded. */
  again(actor: UserActor): Promise<UserActor>;
  /** A system job with exactly these permissions. */
  job(name: string, ...permissions: Permission[]): Actor;
  ctx(actor: Actor, more?: Partial<Context>): Context;
  /** A running object, made through the verbs. */
  createTestObject(options?: ObjectOptions): Promise<TestObject>;
  /** Rebuilds waiting decisions after rows were inserted directly into tables. */
  rebuildDecisions(): Promise<void>;
  /** Number of audit and outbox rows, which a refusal must not change. */
  traces(): Promise<{ audit: number; outbox: number }>;
  close(): Promise<void>;
};
