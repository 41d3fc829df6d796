import { rolesOn, type UserActor } from "@stsphera/rbac";
import type { PartKey } from "./shift-parts.ts";

/** A part that somebody answers for; `behalf`: the name of whom they stand in for, null for their own. */
export type LedPart = { foremanId: PartKey; behalf: string | null };

type LedObject = {
  id: number;
  /** Whether zones with a foreman divide it. */
  hasForemen: boolean;
  /** Whether a deputy does the actor's work there today. */
  away: boolean;
};

const leads = (actor: UserActor, objectId: number) => rolesOn(actor, objectId).includes("construction_itr");

/** The parts of an object's shift that the actor answers for today: their own, and those of whom they stand in for. */
export function ledParts(actor: UserActor, { id, hasForemen, away }: LedObject): LedPart[] {
  const own = !away && leads({ ...actor, deputyFor: [] }, id) ? [{ foremanId: actor.id, behalf: null }] : [];
  const lent = (actor.deputyFor ?? [])
    .filter((principal) =>
      leads({ ...actor, role: "construction_itr", objectRoles: {}, deputyFor: [principal] }, id),
    )
    .map(({ principalId, principalName }) => ({ foremanId: principalId, behalf: principalName }));
  const [first, ...others] = [...own, ...lent];
  if (first === undefined) return [];
  return hasForemen ? [first, ...others] : [{ ...first, foremanId: null }];
}
