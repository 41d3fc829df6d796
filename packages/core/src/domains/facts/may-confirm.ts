import { type Actor, apartFrom, can, limitOn, onBehalfOf } from "@stsphera/rbac";

export type JudgedEntry = { objectId: number; authorId: number; authorIsInstaller: boolean };

/** The right to judge entries of such an author: a foreman's reaches those of installers alone. */
export function holdsConfirm(actor: Actor, { objectId, authorIsInstaller }: JudgedEntry): boolean {
  if (!can(actor, "fact.confirm", { objectId })) return false;
  return authorIsInstaller || limitOn(actor, "fact.confirm", { objectId }) !== "installers_entries";
}

/** Never one's own entry, nor that of the person by whose right alone one would, as his deputy. */
export function mayConfirm(actor: Actor, entry: JudgedEntry): boolean {
  const own = actor.kind === "user" && actor.id === entry.authorId;
  return !own && holdsConfirm(apartFrom(actor, entry.authorId), entry);
}

/** In whose name he judges it; null in his own. */
export function confirmsFor(
  actor: Actor,
  { objectId, authorId, authorIsInstaller }: JudgedEntry,
): number | null {
  const beyond = authorIsInstaller ? {} : { beyond: "installers_entries" as const };
  return onBehalfOf(apartFrom(actor, authorId), "fact.confirm", { objectId, ...beyond });
}
