import { numberOf } from "../payload.ts";
import { onceEach, readUsedInvitation } from "../read-team.ts";
import { readActive, readAdmins, readPerson } from "../recipients.ts";
import type { Handler } from "../told.ts";

/** Who came into a team by a link: a note to the admins and to who invited. */
export const tellJoined: Handler = async ({ db }, event) => {
  const { entityId: userId, actorId } = event;
  const used = await readUsedInvitation(db, userId, numberOf(event.payload["invitationId"]));
  if (used === null) throw new Error(`${event.type} names no invitation of the person`);
  const [person, admins, inviter] = await Promise.all([
    readPerson(db, userId),
    readAdmins(db),
    readActive(db, [used.invitedById]),
  ]);
  const { role, objectId, objectName, invitedBy } = used;
  const key = `user.joined:${userId}:${objectId}`;
  return onceEach([...admins, ...inviter])
    .filter(({ id }) => id !== userId && id !== actorId)
    .map((recipient) => ({
      recipient,
      render: "user.joined",
      payload: { fullName: person.fullName, role, objectId, objectName, invitedBy },
      key,
      type: "user.joined",
      category: "people",
      priority: "normal",
      objectId,
      entityType: "user",
      entityId: userId,
      deepLink: { kind: "object", id: objectId, section: "team" },
      cardKey: key,
      ring: "first",
      unread: true,
      onlyIfKnown: false,
    }));
};
