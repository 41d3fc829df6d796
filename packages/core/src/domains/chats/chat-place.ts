import { z } from "zod";
import type { schema } from "@stsphera/db";

export type ChatRow = typeof schema.objectChats.$inferSelect;

/** A group as Telegram names it; `threadId` is the topic of a forum. Ids of groups are below zero. */
export const chatPlace = z.strictObject({
  chatId: z.string().regex(/^-[1-9]\d{0,15}$/),
  threadId: z.int().positive().nullable(),
  title: z.string().max(255),
  topic: z.string().max(128).nullable(),
});
export type ChatPlace = z.output<typeof chatPlace>;
