import { schema } from "@stsphera/db";
import { can, type UserActor } from "@stsphera/rbac";
import { and, asc, eq, gt, inArray, isNull, notInArray } from "drizzle-orm";
import type { Context, Tx } from "../../kernel/index.ts";
import { BY_RIGHTS_LOST, type Ended } from "./ended.ts";

const { chatCodes, objectChats, objects } = schema;

/**
 * Cancels a user's open codes for chats of objects where they may no longer link one. The chats that they linked stay, as
 * those of the object: its managers are told, once of a chat, since nobody but them can see who reads there.
 */
export async function leaveChats(
  tx: Tx,
  { now }: Context,
  person: UserActor,
  objectId: number | null,
): Promise<Ended> {
  const may = (row: { objectId: number }) => can(person, "chat.link", { objectId: row.objectId });
  const codes = await tx
    .select({ id: chatCodes.id, objectId: chatCodes.objectId })
    .from(chatCodes)
    .where(
      and(
        eq(chatCodes.madeBy, person.id),
        ...(objectId === null ? [] : [eq(chatCodes.objectId, objectId)]),
        isNull(chatCodes.usedAt),
        isNull(chatCodes.revokedAt),
        gt(chatCodes.expiresAt, now),
      ),
    )
    .orderBy(asc(chatCodes.id))
    .for("update");
  const groundless = codes.filter((code) => !may(code));
  if (groundless.length > 0) {
    const ids = groundless.map(({ id }) => id);
    await tx.update(chatCodes).set({ revokedAt: now }).where(inArray(chatCodes.id, ids));
  }
  const chats = await tx
    .select({
      id: objectChats.id,
      objectId: objectChats.objectId,
      title: objectChats.title,
      topic: objectChats.topic,
    })
    .from(objectChats)
    .innerJoin(objects, eq(objects.id, objectChats.objectId))
    .where(
      and(
        eq(objectChats.linkedBy, person.id),
        ...(objectId === null ? [] : [eq(objectChats.objectId, objectId)]),
        isNull(objectChats.endedAt),
        isNull(objectChats.makerLeftAt),
        notInArray(objects.status, ["closed", "archived"]),
      ),
    )
    .orderBy(asc(objectChats.id));
  const left = chats.filter((chat) => !may(chat));
  if (left.length > 0) {
    const ids = left.map(({ id }) => id);
    await tx.update(objectChats).set({ makerLeftAt: now }).where(inArray(objectChats.id, ids));
  }
  return {
    changes: groundless.map(({ id, objectId: on }) => ({
      entityType: "chat_code",
      entityId: id,
      objectId: on,
      before: { revokedAt: null },
      after: { revokedAt: now.toISOString() },
      ...BY_RIGHTS_LOST,
    })),
    events: left.map(({ id, objectId: on, title, topic }) => ({
      entityType: "chat",
      entityId: id,
      objectId: on,
      type: "chat.maker_left",
      payload: { title, topic },
    })),
  };
}
