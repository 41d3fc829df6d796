import { id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { command, notFound } from "../../kernel/index.ts";
import { endSessionsWhere } from "./end-sessions-where.ts";
import { signedInThemselves } from "./own-account.ts";

const { passkeys, sessions } = schema;

/** Removes a passkey of the actor, with the sessions that it began: a lost phone is signed out by it. */
export const removePasskey = command({
  name: "passkey.remove",
  permissions: ["profile.edit"],
  input: z.strictObject({ passkeyId: id }),
  load: async (tx, ctx, { passkeyId }) => {
    const mine = and(
      eq(passkeys.id, passkeyId),
      eq(passkeys.userId, signedInThemselves(ctx).id),
      isNull(passkeys.removedAt),
    );
    const [row] = await tx.select().from(passkeys).where(mine).for("update");
    if (row === undefined) throw notFound();
    return row;
  },
  authorize: (ctx) => signedInThemselves(ctx),
  execute: async (tx, { ctx, target: key }) => {
    await tx.update(passkeys).set({ removedAt: ctx.now }).where(eq(passkeys.id, key.id));
    const ended = await endSessionsWhere(tx, ctx, eq(sessions.passkeyId, key.id));
    const subject = { entityType: "passkey", entityId: key.id, objectId: null };
    return {
      result: { id: key.id },
      changes: [
        {
          ...subject,
          before: { name: key.name },
          after: { removedAt: ctx.now, sessionsEnded: ended.length },
        },
      ],
      events: [{ ...subject, type: "passkey.removed", payload: { userId: key.userId, name: key.name } }],
    };
  },
});
