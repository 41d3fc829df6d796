import { createChatCodeInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { type Context, command, DomainError, loadActor, type Tx } from "../../kernel/index.ts";
import { assertObjectOpen, lockObjectOf } from "../objects/index.ts";
import { assertChatJob } from "./chat-job.ts";
import { chatPlace } from "./chat-place.ts";
import { insertChat } from "./insert-chat.ts";

const { chatCodes } = schema;
const unknown = () => new DomainError("conflict", { sentence: "chat_code_unknown" });

async function lockCode(tx: Tx, ctx: Context, codeHash: string) {
  const [found] = await tx.select().from(chatCodes).where(eq(chatCodes.codeHash, codeHash));
  if (found === undefined) throw unknown();
  const object = await lockObjectOf(tx, found.objectId);
  const [code] = await tx.select().from(chatCodes).where(eq(chatCodes.id, found.id)).for("update");
  if (code === undefined) throw unknown();
  return { code, object, maker: await loadActor(ctx.db, { userId: code.madeBy }, ctx.now) };
}

/**
 * Links a chat by a code that somebody sent there, also an administrator who stays anonymous. It has the right that its
 * maker holds at this moment, once.
 */
export const linkChatByCode = command({
  name: "chat.link_by_code",
  permissions: [],
  input: z.strictObject({ ...createChatCodeInput.shape, place: chatPlace }),
  load: (tx, ctx, { codeHash }) => lockCode(tx, ctx, codeHash),
  authorize: (ctx, { code, object, maker }) => {
    assertChatJob(ctx);
    const isOver = code.usedAt !== null || code.revokedAt !== null || code.expiresAt <= ctx.now;
    if (isOver || maker === null || maker.status !== "active") throw unknown();
    if (!can(maker, "chat.link", { objectId: object.id })) throw unknown();
    assertObjectOpen(object);
    return maker;
  },
  execute: async (tx, { ctx, input: { place }, target: { code, object }, verdict: maker }) => {
    const { row, changes, events } = await insertChat(tx, { object, place, by: maker, now: ctx.now });
    await tx.update(chatCodes).set({ usedAt: ctx.now }).where(eq(chatCodes.id, code.id));
    return { changes, events, result: { id: row.id, objectId: object.id, objectName: object.name } };
  },
});
