import { shortName } from "@stsphera/contracts/format";
import type { Database } from "@stsphera/db";
import { isRole } from "@stsphera/rbac";
import { namesOf, type NotificationCard, type OutboxEvent, wordsOf } from "../../platform/notify/index.ts";
import { readUsedInvitation, type UsedInvitation } from "../invitations/index.ts";
import { newcomerCard, type RegistrationDecision } from "./card/newcomer-card.ts";
import { type PersonContacts, readPersonContacts } from "./read-person-contacts.ts";

export type Newcomer = {
  person: PersonContacts;
  used: UsedInvitation | null;
  refusedBefore: string | null;
  decidedBy: PersonContacts | null;
};
export type NewcomerWho = "admins" | "inviter";

/**
 * The card of a new user, with decision buttons for admins; after the decision it shows the decision and the decider.
 */
export const newcomerNotification: NotificationCard<Newcomer, NewcomerWho, RegistrationDecision> = {
  name: "user.registered",
  category: "people",
  acts: newcomerCard.actions,
  of: ["user"],
  async read({ db }, { entityId, actorId }) {
    const [person, used, refusedBefore] = await Promise.all([
      readPersonContacts(db, entityId),
      readUsedInvitation(db, entityId),
      readRefusal(db, entityId),
    ]);
    return {
      person,
      used,
      refusedBefore,
      decidedBy: actorId === null ? null : await readPersonContacts(db, actorId),
    };
  },
  people: ({ used }) => ({ inviter: [used?.invitedById ?? null] }),
  groups: ["admins"],
  sees: () => true,
  subject: ({ person: { id }, used }) => ({
    key: newcomerCard.key(id),
    type: "user.registered",
    objectId: used?.objectId ?? null,
    entityType: "user",
    entityId: id,
    deepLink: null,
    living: true,
  }),
  draw: ({ person: { id: userId, ...person }, used, refusedBefore }, { reader, news, locale, publicUrl }) => {
    const invitation =
      used === null ? null : { role: used.role, by: used.invitedBy, objectName: used.objectName };
    const view = { locale, publicUrl, decision: news, mayDecide: reader.actor.role === "admin" };
    return newcomerCard.draw({ userId, ...person, refusedBefore, invitation }, view);
  },
};

const REFUSAL = `
  select reason from entity_moves where entity_type = 'user' and entity_id = $1 and move = 'refuse'
  order by id desc limit 1`;

/** The reason of the last refusal; null for who was never refused. */
async function readRefusal(db: Database, userId: number): Promise<string | null> {
  const [row] = await db.read<{ reason: string | null }>(REFUSAL, [userId]);
  return row?.reason ?? null;
}

/** The decision and who made it. */
export function decisionOf(
  { decidedBy }: Newcomer,
  { type, payload: { role, reason, objects } }: OutboxEvent,
): RegistrationDecision {
  const actor = shortName(decidedBy?.fullName ?? "");
  return type === "user.refused"
    ? { kind: "refused", reason: wordsOf(reason), actor }
    : { kind: "approved", role: isRole(role) ? role : "viewer", objectName: namesOf(objects), actor };
}
