import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { type Context, DomainError, forbidden, notFound, type Tx } from "../../kernel/index.ts";
import { assertObjectOpen, lockSeenObject, type ObjectOfThing } from "../objects/index.ts";
import type { ChatRow } from "./chat-place.ts";

const { objectChats } = schema;

export type LockedChat = { object: ObjectOfThing; chat: ChatRow };

/** Locks the object and then its chat; not_found when the actor may not see the object. */
export async function lockChat(tx: Tx, ctx: Context, linkId: number): Promise<LockedChat> {
  const [found] = await tx.select().from(objectChats).where(eq(objectChats.id, linkId));
  if (found === undefined) throw notFound();
  const object = await lockSeenObject(tx, ctx, found.objectId);
  const [chat] = await tx.select().from(objectChats).where(eq(objectChats.id, linkId)).for("update");
  if (chat === undefined) throw notFound();
  return { object, chat };
}

/** Refuses who may not link chats of the object, and an object that is over. */
export function assertMayLink(ctx: Context, object: ObjectOfThing): void {
  assertManagesChats(ctx, object);
  assertObjectOpen(object);
}

export function assertManagesChats(ctx: Context, { id: objectId }: Pick<ObjectOfThing, "id">): void {
  if (!can(ctx.actor, "chat.link", { objectId })) throw forbidden("chat.link");
}

/** Refuses a change of a link that has ended. */
export function assertLinked({ endedAt }: ChatRow): void {
  if (endedAt !== null) throw new DomainError("conflict");
}

/** What an audit row or an event is about. */
export const subjectOf = ({ id, objectId }: Pick<ChatRow, "id" | "objectId">) =>
  ({ entityType: "chat", entityId: id, objectId }) as const;
