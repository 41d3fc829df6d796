import type { Locale } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, eq, isNull, sql } from "drizzle-orm";
import { DomainError, insertRow, type Outcome, type Tx } from "../../kernel/index.ts";
import type { ObjectOfThing } from "../objects/index.ts";
import type { ChatPlace, ChatRow } from "./chat-place.ts";

const { objectChats, objects } = schema;

type NewChat = {
  object: ObjectOfThing;
  place: ChatPlace;
  /** Whose right it is, and their language. */
  by: { id: number; locale: Locale };
  now: Date;
};

/** Links a chat, or a topic of one; refused where the same place is linked. */
export async function insertChat(
  tx: Tx,
  { object, place, by, now }: NewChat,
): Promise<{ row: ChatRow } & Pick<Outcome<never>, "changes" | "events">> {
  await assertFree(tx, place);
  const values = { objectId: object.id, ...place, locale: by.locale, linkedBy: by.id, linkedAt: now };
  const row = await insertRow(tx, objectChats, values);
  const subject = { entityType: "chat", entityId: row.id, objectId: object.id };
  const { title, topic } = place;
  return {
    row,
    changes: [{ ...subject, before: null, after: { title, topic, linkedBy: by.id } }],
    events: [{ ...subject, type: "chat.linked", payload: { title, topic } }],
  };
}

/** Refuses a place that is linked, naming its object. */
export async function assertFree(
  tx: Tx,
  { chatId, threadId }: Pick<ChatPlace, "chatId" | "threadId">,
): Promise<void> {
  const [standing] = await tx
    .select({ object: objects.name })
    .from(objectChats)
    .innerJoin(objects, eq(objects.id, objectChats.objectId))
    .where(atPlace(chatId, threadId));
  if (standing === undefined) return;
  throw new DomainError("conflict", { sentence: "chat_linked", values: { object: standing.object } });
}

/** The open link of a place. */
export const atPlace = (chatId: string, threadId: number | null) =>
  and(
    eq(objectChats.chatId, chatId),
    sql`coalesce(${objectChats.threadId}, 0) = ${threadId ?? 0}`,
    isNull(objectChats.endedAt),
  );
