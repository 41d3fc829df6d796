import { shortName } from "@stsphera/contracts/format";
import { canSomewhere, isRole } from "@stsphera/rbac";
import type { RenderedMessage, Rendering } from "@stsphera/telegram";
import {
  namesOf,
  type NotificationCard,
  type NotifyDeps,
  type OutboxEvent,
  wordsOf,
} from "../../platform/notify/index.ts";
import { loadActor } from "../../kernel/index.ts";
import {
  renderAccessClosed,
  renderRoleChanged,
  renderStartApproved,
  renderStartRefused,
} from "./card/access-messages.ts";
import { readPersonContacts } from "./read-person-contacts.ts";

export type Access = { userId: number; type: string; message: (rendering: Rendering) => RenderedMessage };

/** Notifies a user of their own access: opened, refused with a reason, closed, or changed by another role. */
export const accessNotification: NotificationCard<Access, "person", never> = {
  name: "user.access",
  category: "people",
  acts: ["help", "fact", "ask again"],
  of: ["user"],
  read: (deps, event) => READERS[event.type as keyof typeof READERS](deps, event),
  people: ({ userId }) => ({ person: [userId] }),
  anyStatus: true,
  sees: () => true,
  subject: ({ userId, type }) => ({
    key: `user.access:${userId}`,
    type,
    objectId: null,
    entityType: "user",
    entityId: userId,
    deepLink: null,
    living: false,
  }),
  draw: ({ message }, { locale, publicUrl }) => message({ locale, publicUrl }),
};

const READERS = {
  // A first admin, whom nobody approved, already got an answer in the registration dialogue.
  "user.approved": async (deps: NotifyDeps, event: OutboxEvent) =>
    event.actorId === null ? null : opened(deps, event),
  "user.reactivated": opened,
  "user.refused": refused,
  "user.deactivated": closed,
  "user.role_changed": changed,
} as const;

async function opened({ db, now }: NotifyDeps, event: OutboxEvent): Promise<Access> {
  const actor = await loadActor(db, { userId: event.entityId }, now());
  const { role, objects } = event.payload;
  if (actor === null || !isRole(role)) throw new Error(`${event.type} names no person with a role`);
  const access = { role, objectName: namesOf(objects), canEnterFacts: canSomewhere(actor, "fact.enter") };
  return {
    userId: event.entityId,
    type: "start.approved",
    message: (rendering) => renderStartApproved(access, rendering),
  };
}

async function refused({ db }: NotifyDeps, { entityId, actorId, payload }: OutboxEvent): Promise<Access> {
  const admin = actorId === null ? null : shortName((await readPersonContacts(db, actorId)).fullName);
  const reason = wordsOf(payload["reason"]);
  return {
    userId: entityId,
    type: "start.refused",
    message: (rendering) => renderStartRefused({ reason, admin }, rendering),
  };
}

function closed(_deps: NotifyDeps, { entityId }: OutboxEvent): Promise<Access> {
  return Promise.resolve({ userId: entityId, type: "access.closed", message: renderAccessClosed });
}

function changed(_deps: NotifyDeps, { type, entityId, payload: { to } }: OutboxEvent): Promise<Access> {
  if (!isRole(to)) throw new Error(`${type} names no role`);
  return Promise.resolve({
    userId: entityId,
    type: "access.role_changed",
    message: (rendering) => renderRoleChanged(to, rendering),
  });
}
