import { type ChatCode, createChatCodeInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { command, insertRow, personOf } from "../../kernel/index.ts";
import { lockSeenObject } from "../objects/index.ts";
import { assertMayLink } from "./load-chat.ts";

const { chatCodes } = schema;

/** Lifetime of a code in ms. */
const CODE_MS = 15 * 60_000;

/** Creates a code that links one chat within 15 minutes; it cancels the open ones of its maker on the object. */
export const createChatCode = command({
  name: "chat.create_code",
  permissions: ["chat.link"],
  quiet: true,
  input: z.strictObject({ objectId: id, ...createChatCodeInput.shape }),
  load: (tx, ctx, { objectId }) => lockSeenObject(tx, ctx, objectId),
  authorize: (ctx, object) => assertMayLink(ctx, object),
  execute: async (tx, { ctx, input: { codeHash }, target: object }) => {
    const maker = { objectId: object.id, madeBy: personOf(ctx).id };
    await tx
      .update(chatCodes)
      .set({ revokedAt: ctx.now })
      .where(
        and(
          eq(chatCodes.objectId, maker.objectId),
          eq(chatCodes.madeBy, maker.madeBy),
          isNull(chatCodes.usedAt),
          isNull(chatCodes.revokedAt),
        ),
      );
    const expiresAt = new Date(ctx.now.getTime() + CODE_MS);
    const row = await insertRow(tx, chatCodes, { ...maker, codeHash, createdAt: ctx.now, expiresAt });
    const subject = { entityType: "chat_code", entityId: row.id, objectId: object.id };
    const result: ChatCode = { id: row.id, expiresAt: expiresAt.toISOString() };
    return { result, changes: [{ ...subject, before: null, after: { expiresAt } }], events: [] };
  },
});
