import { randomInt } from "node:crypto";
import type { Chat, Message, Poll, User } from "./model.ts";

/** What a user sends besides text: parts of a Bot API message. */
export type PersonContent = Pick<
  Message,
  | "text"
  | "entities"
  | "caption"
  | "caption_entities"
  | "photo"
  | "document"
  | "sticker"
  | "voice"
  | "contact"
  | "location"
  | "poll"
>;

/** A poll before the first vote. */
export function newPoll(id: string, question: string, options: readonly string[]): Poll {
  return {
    id,
    question,
    options: options.map((text, index) => ({ persistent_id: String(index + 1), text, voter_count: 0 })),
    total_voter_count: 0,
    is_closed: false,
    is_anonymous: true,
    type: "regular",
    allows_multiple_answers: false,
    allows_revoting: true,
    members_only: false,
  };
}

/** Id shared by the messages of an album. */
export function newMediaGroupId(): string {
  return `${randomInt(1e8, 1e9)}${randomInt(1e8, 1e9)}`;
}

export type Envelope = {
  chat: Chat;
  from: User;
  /** The group in whose name an anonymous administrator writes. */
  senderChat?: Chat | undefined;
  date: number;
  replyTo?: Message | undefined;
  threadId?: number | undefined;
  /** True when the text was not written by the sender. */
  forwarded?: boolean | undefined;
  albumId?: string | undefined;
};

/** A user's message, not yet numbered. */
export function personMessage(envelope: Envelope, content: PersonContent): Omit<Message, "message_id"> {
  const { chat, from, senderChat, date, replyTo, threadId, forwarded, albumId } = envelope;
  return {
    from,
    chat,
    date,
    ...(senderChat === undefined ? {} : { sender_chat: senderChat }),
    ...(threadId === undefined ? {} : { message_thread_id: threadId, is_topic_message: true as const }),
    ...(forwarded ? { forward_origin: { type: "user" as const, sender_user: forwardedFrom, date } } : {}),
    ...(replyTo ? { reply_to_message: replyTo } : {}),
    ...(albumId === undefined ? {} : { media_group_id: albumId }),
    ...content,
  };
}

const forwardedFrom: User = { id: 1000777, is_bot: false, first_name: "Геннадий", last_name: "Сорокин" };
