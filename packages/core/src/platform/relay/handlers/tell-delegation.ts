import { readDelegation } from "../read-team.ts";
import { readActive } from "../recipients.ts";
import type { Handler } from "../told.ts";

/** The absent person and his deputy hear of the days, but whoever set or ended them; the end edits the same card. */
export const tellDelegation: Handler = async ({ db }, event) => {
  const delegation = await readDelegation(db, event.entityId);
  const { principalId, deputyId, objectId, ...payload } = delegation;
  const pair = [principalId, deputyId].filter((id) => id !== event.actorId);
  const recipients = await readActive(db, pair);
  const key = `delegation:${event.entityId}`;
  return recipients.map((recipient) => ({
    recipient,
    render: "delegation",
    payload,
    key,
    type: event.type,
    category: "people",
    priority: "normal",
    objectId,
    entityType: "delegation",
    entityId: event.entityId,
    deepLink: null,
    cardKey: key,
    ring: event.type === "delegation.ended" ? "never" : "first",
    unread: true,
    onlyIfKnown: false,
  }));
};
