import { shortName } from "@stsphera/contracts/format";
import { canSomewhere, isRole } from "@stsphera/rbac";
import type { NotificationKey, NotificationPayloads } from "@stsphera/telegram";
import { loadActor } from "../../../domains/people/index.ts";
import { namesOf } from "../payload.ts";
import { readPerson } from "../recipients.ts";
import type { Handler, RelayDeps, RelayedEvent, Told } from "../told.ts";
import { tellDecision } from "./tell-registration.ts";

type AccessKey = Extract<NotificationKey, "start.approved" | "start.refused" | "access.closed">;

/** The person may come in; the admins see who decided. A first admin, let in by nobody, was answered where he came. */
export const tellApproved: Handler = async (deps, event) =>
  event.actorId === null
    ? []
    : [...(await tellDecision(deps, event)), ...(await tellReactivated(deps, event))];

export const tellReactivated: Handler = async (deps, event) => {
  const actor = await loadActor(deps.db, { userId: event.entityId }, deps.now());
  const { role } = event.payload;
  if (actor === null || !isRole(role)) throw new Error(`${event.type} names no person with a role`);
  const canEnterFacts = canSomewhere(actor, "fact.enter");
  const objectName = namesOf(event.payload["objects"]);
  return tellPerson(deps, event, "start.approved", { role, objectName, canEnterFacts });
};

/** The person is told why, and whom to ask; the admins see who decided. */
export const tellRefused: Handler = async (deps, event) => {
  const { reason } = event.payload;
  const decider = event.actorId === null ? null : await readPerson(deps.db, event.actorId);
  return [
    ...(await tellDecision(deps, event)),
    ...(await tellPerson(deps, event, "start.refused", {
      reason: typeof reason === "string" ? reason : null,
      admin: decider === null ? null : shortName(decider.fullName),
    })),
  ];
};

export const tellDeactivated: Handler = (deps, event) => tellPerson(deps, event, "access.closed", {});

async function tellPerson<K extends AccessKey>(
  { db }: RelayDeps,
  event: RelayedEvent,
  render: K,
  payload: NotificationPayloads[K],
): Promise<Told[]> {
  const recipient = await readPerson(db, event.entityId);
  const message = { render, payload } as Pick<Told, "render" | "payload">;
  const told = {
    ...message,
    recipient,
    key: `user.access:${recipient.id}`,
    type: render,
    category: "people",
    priority: "normal",
    objectId: null,
    entityType: "user",
    entityId: recipient.id,
    deepLink: null,
    cardKey: null,
    ring: "first",
    unread: true,
    onlyIfKnown: false,
  } as Told;
  return [told];
}
