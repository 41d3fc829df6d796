import { z } from "zod";
import { person } from "../shared/person.ts";
import { id, instant, version } from "../shared/scalars.ts";
import { CHAT_ENDS, COPIED_CATEGORIES } from "./vocabulary.ts";

/** A group in Telegram, or a topic of one, that gets copies of an object's news. */
export const linkedChat = z
  .object({
    id,
    objectId: id,
    title: z.string(),
    topic: z.string().nullable().meta({ description: "The topic of a forum; null for the whole chat" }),
    muted: z.array(z.enum(COPIED_CATEGORIES)).meta({ description: "Categories of which it gets no copies" }),
    linkedAt: instant,
    linkedBy: person,
    ended: z
      .object({ at: instant, why: z.enum(CHAT_ENDS) })
      .nullable()
      .meta({ description: "Null while the chat is linked" }),
    version,
  })
  .meta({ id: "LinkedChat" });
export type LinkedChat = z.infer<typeof linkedChat>;

export const linkedChatList = z.object({ items: z.array(linkedChat) }).meta({ id: "LinkedChatList" });
export type LinkedChatList = z.infer<typeof linkedChatList>;

/** SHA-256 of a secret in hex: the secret itself never reaches the server. */
const secretHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: "SHA-256 of the code in hex; the code stays with who made it" });

export const createChatCodeInput = z.strictObject({ codeHash: secretHash }).meta({ id: "CreateChatCode" });
export const chatCode = z.object({ id, expiresAt: instant }).meta({ id: "ChatCode" });
export type ChatCode = z.infer<typeof chatCode>;

export const muteChatInput = z
  .strictObject({ version, muted: z.array(z.enum(COPIED_CATEGORIES)).max(COPIED_CATEGORIES.length) })
  .meta({ id: "MuteChat" });
export const unlinkChatInput = z.strictObject({ version }).meta({ id: "UnlinkChat" });
