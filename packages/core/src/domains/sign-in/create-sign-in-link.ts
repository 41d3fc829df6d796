import { z } from "zod";
import { command } from "../../kernel/index.ts";
import { insertLink, tokenHash } from "./link-rules.ts";
import { signedInThemselves } from "./own-account.ts";

/** Creates a link that signs the actor in once, within 15 minutes. The caller keeps its secret. */
export const createSignInLink = command({
  name: "sign_in_link.create",
  permissions: ["profile.edit"],
  quiet: true,
  input: z.strictObject({ tokenHash }),
  load: (_tx, ctx) => Promise.resolve(signedInThemselves(ctx)),
  authorize: (ctx) => signedInThemselves(ctx),
  execute: async (tx, { ctx, input, target: person }) => {
    const link = { userId: person.id, madeBy: person.id, tokenHash: input.tokenHash, reason: null };
    const { id, expiresAt } = await insertLink(tx, ctx, link);
    const after = { userId: person.id, expiresAt };
    return {
      result: { id, expiresAt: expiresAt.toISOString() },
      changes: [{ entityType: "sign_in_link", entityId: id, objectId: null, before: null, after }],
      events: [],
    };
  },
});
