import {
  can,
  type Permission,
  type Relation,
  type Role,
  sees,
  type SystemActor,
  type UserActor,
} from "@stsphera/rbac";
import type { Context } from "../../kernel/index.ts";
import type { PreparedWorld } from "./prepared-world.ts";

export type Expected = "ok" | "forbidden" | "not_found";

/** What an input is made from; `made` is what the domain's cases have prepared. */
export type At<T> = { prepared: PreparedWorld; actor: UserActor; ctx: Context; made: T };

export type VerbCase<T = void> = {
  /** A valid input in the prepared world; inserts what else it needs through `ctx`. */
  input: (at: At<T>) => unknown;
  /** The permission required; `self` if every active user may, `job` if only jobs may. */
  permission: Permission | "self" | "job";
  /** Whether the thing belongs to the object, so that users who do not see the object get not_found. */
  onObject?: boolean;
  /** The result belongs to an object although the request names none. */
  makesPartOfObject?: true;
  /** The actor's relations to the thing. */
  relations?: (prepared: PreparedWorld, actor: UserActor) => readonly Relation[];
  /** Outcome where a limit or a relation narrows a role's right; null where it does not. */
  unless?: (prepared: PreparedWorld, actor: UserActor) => Expected | null;
  /** Who can run it successfully, for tests that need that; by default an admin. */
  doneBy?: Role | SystemActor;
  /** A write without events: bookkeeping, or a change that notifies nobody. */
  quiet?: true;
  /** Calls follow one another: each acts on what was last done to the object of all cases. */
  alone?: true;
  /** A read whose answer has a fixed size, however much data there is. */
  ofOneSize?: true;
};

/** A case as the generated tests run it, with its prepared data bound. */
export type RunCase = Omit<VerbCase, "input"> & { input: (at: Omit<At<void>, "made">) => unknown };

/** The outcome required by the permission matrix. */
export function expectedOf(verb: RunCase, prepared: PreparedWorld, actor: UserActor): Expected {
  if (actor.status !== "active" || verb.permission === "job") return "forbidden";
  const objectId = prepared.here.id;
  if (verb.onObject === true && !sees(actor, objectId)) return "not_found";
  const narrowed = verb.unless?.(prepared, actor) ?? null;
  if (narrowed !== null) return narrowed;
  if (verb.permission === "self") return "ok";
  const target =
    verb.onObject === true ? { objectId, relations: verb.relations?.(prepared, actor) ?? [] } : {};
  return can(actor, verb.permission, target) ? "ok" : "forbidden";
}
