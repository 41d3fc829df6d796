import { shortName } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { isRole } from "@stsphera/rbac";
import { type RegistrationDecision, translator } from "@stsphera/telegram";
import { namesOf } from "../payload.ts";
import { onceEach, readUsedInvitation, type UsedInvitation } from "../read-team.ts";
import { readActive, readAdmins, readPerson } from "../recipients.ts";
import type { Handler, RelayDeps, RelayedEvent, Told } from "../told.ts";

/** The card of a newcomer for every admin, with the buttons that decide, and without them for who invited him. */
export const tellRegistration: Handler = (deps, event) => cardOfNewcomer(deps, event, null);

/** The same cards after somebody decided: they say what and who, and lose their buttons. */
export async function tellDecision(deps: RelayDeps, event: RelayedEvent): Promise<Told[]> {
  if (event.actorId === null) return [];
  const actor = shortName((await readPerson(deps.db, event.actorId)).fullName);
  const { role, reason, objects } = event.payload;
  const decision: RegistrationDecision =
    event.type === "user.refused"
      ? { kind: "refused", reason: typeof reason === "string" ? reason : null, actor }
      : { kind: "approved", role: isRole(role) ? role : "viewer", objectName: namesOf(objects), actor };
  return cardOfNewcomer(deps, event, decision);
}

async function cardOfNewcomer(
  { db }: RelayDeps,
  event: RelayedEvent,
  decision: RegistrationDecision | null,
): Promise<Told[]> {
  const [admins, person, used] = await Promise.all([
    readAdmins(db),
    readPerson(db, event.entityId),
    readUsedInvitation(db, event.entityId),
  ]);
  const inviter = used === null ? [] : await readActive(db, [used.invitedById]);
  const { fullName, phone, username } = person;
  return onceEach([...admins, ...inviter]).map((recipient) => ({
    recipient,
    render: "user.registered",
    payload: {
      userId: person.id,
      fullName,
      phone,
      username,
      source: used === null ? null : sourceOf(used, recipient.locale),
      inviteRole: used?.role ?? null,
      mayDecide: admins.some(({ id }) => id === recipient.id),
      decision,
    },
    key: `user.registered:${person.id}`,
    type: "user.registered",
    category: "people",
    priority: "normal",
    objectId: null,
    entityType: "user",
    entityId: person.id,
    deepLink: null,
    cardKey: `user.registered:${person.id}`,
    ring: "first",
    unread: decision === null,
    onlyIfKnown: decision !== null,
  }));
}

/** «приглашение, Дёмин, СПК Блок Б». */
const sourceOf = ({ invitedBy, objectName }: UsedInvitation, locale: Locale): string =>
  [translator(locale)("source.invitation"), shortName(invitedBy), objectName].join(", ");
