import type { UserStatus } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import type { Actor, Permission, Role, UserActor } from "@stsphera/rbac";
import type { Context } from "../kernel/index.ts";
import type { TestObject, ObjectOptions } from "./object-options.ts";

export type World = {
  db: Database;
  /** Where the database is, for who needs connections of his own. */
  url: string;
  now: Date;
  /** The active person of a role, as the database says now: object roles are read anew each time. */
  as(role: Role): Promise<UserActor>;
  /** Another person, by default active, with no role on any object. */
  createUser(wish?: { role?: Role | null; status?: UserStatus; fullName?: string }): Promise<UserActor>;
  /** The same person, read again. */
  again(actor: UserActor): Promise<UserActor>;
  /** A job of the system with exactly these permissions. */
  job(name: string, ...permissions: Permission[]): Actor;
  ctx(actor: Actor, more?: Partial<Context>): Context;
  /** A running object, made through the verbs. */
  createTestObject(wish?: ObjectOptions): Promise<TestObject>;
  /** Writes what waits for decisions anew, after rows were put straight into tables. */
  rebuildDecisions(): Promise<void>;
  /** How many audit and outbox rows there are: what a refusal must not move. */
  traces(): Promise<{ audit: number; outbox: number }>;
  close(): Promise<void>;
};
