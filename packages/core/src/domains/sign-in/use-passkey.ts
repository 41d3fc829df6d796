import { id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError } from "../../kernel/index.ts";
import { assertSignInJob } from "./sign-in-job.ts";

const { passkeys, users } = schema;

/**
 * Records that a passkey answered a challenge, and returns whom it signs in. A counter that does not grow means a copy
 * of the key; authenticators without a counter always send 0.
 */
export const usePasskey = command({
  name: "passkey.use",
  permissions: [],
  quiet: true,
  input: z.strictObject({ passkeyId: id, counter: z.int().min(0) }),
  load: async (tx, _ctx, { passkeyId }) => {
    const [key] = await tx.select().from(passkeys).where(eq(passkeys.id, passkeyId)).for("update");
    if (key === undefined) throw new DomainError("unauthenticated", { sentence: "passkey_unknown" });
    const [person] = await tx.select().from(users).where(eq(users.id, key.userId));
    return { key, status: person?.status };
  },
  authorize: (ctx, { key, status }, { counter }) => {
    assertSignInJob(ctx);
    const refuse = (sentence: "passkey_removed" | "passkey_copied" | "access_closed") =>
      new DomainError("unauthenticated", { sentence });
    if (key.removedAt !== null) throw refuse("passkey_removed");
    if (status !== "active") throw refuse("access_closed");
    if (!(counter === 0 && key.counter === 0) && counter <= key.counter) throw refuse("passkey_copied");
  },
  execute: async (tx, { ctx, input: { counter }, target: { key } }) => {
    await tx.update(passkeys).set({ counter, lastUsedAt: ctx.now }).where(eq(passkeys.id, key.id));
    const subject = { entityType: "passkey", entityId: key.id, objectId: null };
    return {
      result: { userId: key.userId },
      changes: [
        {
          ...subject,
          before: { lastUsedAt: key.lastUsedAt },
          after: { userId: key.userId, lastUsedAt: ctx.now },
        },
      ],
      events: [],
    };
  },
});
