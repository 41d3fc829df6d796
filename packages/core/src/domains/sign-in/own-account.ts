import { can, isGivenSession, type UserActor } from "@stsphera/rbac";
import { type Context, forbidden, personOf } from "../../kernel/index.ts";

/** The actor, who has access and may change their own account. */
export function ownAccount(ctx: Context): UserActor {
  if (!can(ctx.actor, "profile.edit")) throw forbidden("profile.edit");
  return personOf(ctx);
}

/** The actor, who signed in themselves: a session by an admin's link makes no other way in and takes none away. */
export function signedInThemselves(ctx: Context): UserActor {
  const person = ownAccount(ctx);
  if (isGivenSession(person)) throw forbidden("profile.edit", "session_is_given");
  return person;
}
