import { createHash } from "node:crypto";
import { Hono } from "hono";
import { z } from "zod";
import { userOf } from "../../world/world.ts";
import type { ControlDependencies, ControlEnv } from "../dependencies.ts";
import { notFound, readBody, readId } from "../problem.ts";
import { senderIn } from "../sending/sender.ts";

const answerWaitMs = 5000;

const callbackBody = z.strictObject({
  from: z.int(),
  messageId: z.int(),
  data: z
    .string()
    .refine((data) => Buffer.byteLength(data) >= 1 && Buffer.byteLength(data) <= 64, "1 to 64 bytes"),
});

/**
 * Presses an inline button as a user and waits a few seconds for the bot's answer. The button may no longer exist:
 * outdated clients can press it, and so can tests.
 */
export function callbackRoutes({ world }: ControlDependencies): Hono<ControlEnv> {
  const app = new Hono<ControlEnv>();
  app.post("/chats/:chatId/callbacks", async (c) => {
    const chatId = readId(c, "chatId");
    const { from, messageId, data } = await readBody(c, callbackBody);
    const { person, chat } = senderIn(world, chatId, from);
    const stored = world.messages.get(chatId, messageId);
    if (!stored) throw notFound(`message ${messageId}`);
    const { id, answer } = world.callbacks.open(answerWaitMs);
    world.updates.push("callback_query", {
      id,
      from: userOf(person),
      chat_instance: chatInstance(chatId),
      data,
      message: stored.deleted ? { chat, message_id: messageId, date: 0 } : stored.message,
    });
    const given = await answer;
    return c.json({ answered: given !== undefined, ...given });
  });
  return app;
}

/** A stable number for the chat, the same at every press. */
function chatInstance(chatId: number): string {
  return createHash("sha256").update(String(chatId)).digest().readBigInt64BE().toString();
}
