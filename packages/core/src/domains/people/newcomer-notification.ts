import { shortName } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { isRole } from "@stsphera/rbac";
import { type RegistrationDecision, renderUserRegistered, translator } from "@stsphera/telegram";
import { namesOf, type NotificationCard, type OutboxEvent, wordsOf } from "../../platform/notify/index.ts";
import { readUsedInvitation, type UsedInvitation } from "../invitations/index.ts";
import { type NotedPerson, readNotedPerson } from "./read-noted-person.ts";

export type Newcomer = { person: NotedPerson; used: UsedInvitation | null; decidedBy: NotedPerson | null };
export type NewcomerWho = "admins" | "inviter";

/** The card of a newcomer, with the buttons that decide for the admins; decided, it says what and who instead. */
export const newcomerNotification: NotificationCard<Newcomer, NewcomerWho, RegistrationDecision> = {
  name: "user.registered",
  category: "people",
  async read({ db }, { entityId, actorId }) {
    const [person, used] = await Promise.all([
      readNotedPerson(db, entityId),
      readUsedInvitation(db, entityId),
    ]);
    return { person, used, decidedBy: actorId === null ? null : await readNotedPerson(db, actorId) };
  },
  people: ({ used }) => ({ inviter: [used?.invitedById ?? null] }),
  groups: ["admins"],
  sees: () => true,
  subject: ({ person: { id } }) => ({
    key: `user.registered:${id}`,
    type: "user.registered",
    objectId: null,
    entityType: "user",
    entityId: id,
    deepLink: null,
    living: true,
  }),
  draw: ({ person, used }, { reader, news, locale, publicUrl }) =>
    renderUserRegistered(
      {
        userId: person.id,
        fullName: person.fullName,
        phone: person.phone,
        username: person.username,
        source: used === null ? null : sourceOf(used, locale),
        inviteRole: used?.role ?? null,
        mayDecide: reader.actor.role === "admin",
        decision: news,
      },
      { locale, publicUrl },
    ),
};

/** What was decided, and by whom. */
export function decisionOf(
  { decidedBy }: Newcomer,
  { type, payload: { role, reason, objects } }: OutboxEvent,
): RegistrationDecision {
  const actor = shortName(decidedBy?.fullName ?? "");
  return type === "user.refused"
    ? { kind: "refused", reason: wordsOf(reason), actor }
    : { kind: "approved", role: isRole(role) ? role : "viewer", objectName: namesOf(objects), actor };
}

/** «приглашение, Дёмин, СПК Блок Б». */
const sourceOf = ({ invitedBy, objectName }: UsedInvitation, locale: Locale): string =>
  [translator(locale)("source.invitation"), shortName(invitedBy), objectName].join(", ");
