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

/** What an input is made from; `made` is what the cases of the domain have prepared. */
export type At<T> = { prepared: PreparedWorld; actor: UserActor; ctx: Context; made: T };

export type VerbCase<T = void> = {
  /** An input that is right in the prepared world; what it needs besides is written through `ctx`. */
  input: (at: At<T>) => unknown;
  /** What decides; `self` where everybody active may, `job` where no person may. */
  permission: Permission | "self" | "job";
  /** Whether the thing belongs to the object and does not exist for those who do not see it. */
  onObject?: boolean;
  /** What it makes belongs to an object, though it is asked for without one. */
  makesPartOfObject?: true;
  /** What the asker is to the thing. */
  relations?: (prepared: PreparedWorld, actor: UserActor) => readonly Relation[];
  /** Where a limit or a tie to the thing narrows the right of a role: the outcome then; null where it does not. */
  unless?: (prepared: PreparedWorld, actor: UserActor) => Expected | null;
  /** Who can do it at all, for the tests that need it done; an admin as a rule. */
  doneBy?: Role | SystemActor;
  /** A write that tells nobody: bookkeeping, or a change of which no message is made. */
  quiet?: true;
  /** A read whose answer is of one size by its nature, however much there is. */
  ofOneSize?: true;
};

/** A case as the generated tests run it: what was made is found by it. */
export type RunCase = Omit<VerbCase, "input"> & { input: (at: Omit<At<void>, "made">) => unknown };

/** What the matrix of rights says must happen. */
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
