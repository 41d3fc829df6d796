import { giveLinkInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError, forbidden, notFound, personOf } from "../../kernel/index.ts";
import { insertLink, tokenHash } from "./link-rules.ts";

const { users } = schema;

/**
 * An admin creates a link that signs another user in once, for one who has neither Telegram nor a passkey. Never for
 * an admin, never for oneself; the user is notified.
 */
export const giveSignInLink = command({
  name: "sign_in_link.give",
  permissions: ["sign_in.give"],
  input: z.strictObject({ ...giveLinkInput.shape, tokenHash }),
  load: async (tx, ctx, { userId }) => {
    if (!can(ctx.actor, "sign_in.give")) throw forbidden("sign_in.give");
    const [row] = await tx.select().from(users).where(eq(users.id, userId)).for("no key update");
    if (row === undefined) throw notFound();
    return row;
  },
  authorize: (ctx, person) => {
    if (personOf(ctx).id === person.id) throw forbidden("sign_in.give", "link_not_for_self");
    if (person.role === "admin") throw forbidden("sign_in.give", "link_not_for_admin");
    if (person.status !== "active") throw new DomainError("conflict", { sentence: "person_not_active" });
  },
  execute: async (tx, { ctx, input, target: person }) => {
    const maker = personOf(ctx);
    const { reason } = input;
    const link = { userId: person.id, madeBy: maker.id, tokenHash: input.tokenHash, reason };
    const { id, expiresAt } = await insertLink(tx, ctx, link);
    const subject = { entityType: "sign_in_link", entityId: id, objectId: null };
    return {
      result: { id, expiresAt: expiresAt.toISOString() },
      changes: [
        { ...subject, before: null, after: { userId: person.id, madeBy: maker.id, expiresAt }, reason },
      ],
      events: [
        { ...subject, type: "sign_in_link.given", payload: { userId: person.id, madeBy: maker.id, reason } },
      ],
    };
  },
});
