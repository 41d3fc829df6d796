import { id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError, type Tx } from "../../kernel/index.ts";
import { assertUsable, tokenHash } from "./link-rules.ts";
import { assertSignInJob } from "./sign-in-job.ts";

const { signInLinks, users } = schema;

/**
 * Uses a link up and returns whom it signs in. An admin's link is refused in a browser where another user is signed
 * in, the admin above all, and for a user who has become an admin since.
 */
export const useSignInLink = command({
  name: "sign_in_link.use",
  permissions: [],
  input: z.strictObject({
    tokenHash,
    browser: z.string().max(80),
    address: z.string().max(64),
    /** Who is signed in in this browser. */
    signedIn: id.optional(),
  }),
  load: (tx, _ctx, input) => lockLink(tx, input.tokenHash),
  authorize: (ctx, loaded, { signedIn }) => {
    assertSignInJob(ctx);
    assertUsable(loaded?.link, ctx.now);
    const { link, person } = loaded as NonNullable<typeof loaded>;
    const given = link.madeBy !== link.userId;
    if (person.status !== "active" || (given && person.role === "admin")) {
      throw new DomainError("unauthenticated", { sentence: "access_closed" });
    }
    if (given && signedIn !== undefined && signedIn !== link.userId) {
      throw new DomainError("conflict", { sentence: "link_other_browser" });
    }
    return link;
  },
  execute: async (tx, { ctx, input: { browser, address }, verdict: link }) => {
    await tx.update(signInLinks).set({ usedAt: ctx.now }).where(eq(signInLinks.id, link.id));
    const { userId, madeBy } = link;
    const givenBy = madeBy === userId ? null : madeBy;
    const subject = { entityType: "sign_in_link", entityId: link.id, objectId: null };
    return {
      result: { userId, givenBy },
      changes: [
        {
          ...subject,
          before: { usedAt: null },
          after: { userId, madeBy, usedAt: ctx.now, browser, address },
        },
      ],
      events: [{ ...subject, type: "sign_in_link.used", payload: { userId, madeBy, browser, address } }],
    };
  },
});

async function lockLink(tx: Tx, hash: string) {
  const [link] = await tx.select().from(signInLinks).where(eq(signInLinks.tokenHash, hash)).for("update");
  if (link === undefined) return null;
  const [person] = await tx.select().from(users).where(eq(users.id, link.userId));
  if (person === undefined) throw new Error("a sign-in link of nobody");
  return { link, person };
}
