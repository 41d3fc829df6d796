import { schema } from "@stsphera/db";
import { and, count, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError } from "../../kernel/index.ts";
import { signedInThemselves } from "./own-account.ts";

const { passkeys } = schema;

const MAX_PASSKEYS = 20;
const base64url = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\w-]+$/);

/** Stores a passkey of the actor. The caller has verified that its private half answered a challenge. */
export const addPasskey = command({
  name: "passkey.add",
  permissions: ["profile.edit"],
  input: z.strictObject({
    credentialId: base64url(1400),
    publicKey: base64url(2000),
    counter: z.int().min(0),
    transports: z.array(z.string().max(20)).max(10),
    name: z.string().min(1).max(80),
  }),
  load: async (tx, ctx) => {
    const [row] = await tx
      .select({ held: count() })
      .from(passkeys)
      .where(and(eq(passkeys.userId, signedInThemselves(ctx).id), isNull(passkeys.removedAt)));
    return row?.held ?? 0;
  },
  authorize: (ctx, held) => {
    if (held >= MAX_PASSKEYS) throw new DomainError("conflict", { sentence: "passkeys_too_many" });
    return signedInThemselves(ctx);
  },
  execute: async (tx, { ctx, input, verdict: person }) => {
    const [row] = await tx
      .insert(passkeys)
      .values({ ...input, userId: person.id, createdAt: ctx.now })
      .returning();
    if (row === undefined) throw new Error("a passkey was not stored");
    const subject = { entityType: "passkey", entityId: row.id, objectId: null };
    return {
      result: { id: row.id, name: row.name, createdAt: ctx.now.toISOString(), lastUsedAt: null },
      changes: [{ ...subject, before: null, after: { userId: person.id, name: row.name } }],
      events: [{ ...subject, type: "passkey.added", payload: { userId: person.id, name: row.name } }],
    };
  },
});
