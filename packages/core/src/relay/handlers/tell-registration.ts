import { shortName } from "@stsphera/contracts/format";
import { isRole } from "@stsphera/rbac";
import type { RegistrationDecision } from "@stsphera/telegram";
import { readAdmins, readPerson } from "../recipients.ts";
import type { Handler, RelayDeps, RelayedEvent, Told } from "../told.ts";

/** The card of a newcomer for every admin, with the buttons that decide. */
export const tellRegistration: Handler = (deps, event) => cardOfNewcomer(deps, event, null);

/** The same cards after somebody decided: they say what and who, and lose their buttons. */
export async function tellDecision(deps: RelayDeps, event: RelayedEvent): Promise<Told[]> {
  if (event.actorId === null) return [];
  const actor = shortName((await readPerson(deps.db, event.actorId)).fullName);
  const { role, reason } = event.payload;
  const decision: RegistrationDecision =
    event.type === "user.refused"
      ? { kind: "refused", reason: typeof reason === "string" ? reason : null, actor }
      : { kind: "approved", role: isRole(role) ? role : "viewer", objectName: null, actor };
  return cardOfNewcomer(deps, event, decision);
}

async function cardOfNewcomer(
  { db }: RelayDeps,
  event: RelayedEvent,
  decision: RegistrationDecision | null,
): Promise<Told[]> {
  const [admins, person] = await Promise.all([readAdmins(db), readPerson(db, event.entityId)]);
  const { fullName, phone, username } = person;
  return admins.map((recipient) => ({
    recipient,
    render: "user.registered",
    payload: { userId: person.id, fullName, phone, username, source: null, decision },
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
