import type { UserActor } from "@stsphera/rbac";

/**
 * The names of those in whose place the reader has what `holds` asks for, null where they have it in their own right:
 * what a deputy reads says for whom.
 */
export function inWhosePlace(actor: UserActor, holds: (actor: UserActor) => boolean): string[] | null {
  const { deputyFor = [] } = actor;
  if (holds({ ...actor, deputyFor: [] })) return null;
  const lent = deputyFor.filter((principal) =>
    holds({
      ...actor,
      role: actor.role === "director" ? null : actor.role,
      objectRoles: {},
      deputyFor: [principal],
    }),
  );
  return lent.length === 0 ? null : lent.map(({ principalName }) => principalName);
}
