import { schema } from "@stsphera/db";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { type Context, DomainError, type Tx } from "../../kernel/index.ts";

const { signInLinks } = schema;

/** Lifetime of a link in ms. */
const LINK_MS = 15 * 60_000;

/** SHA-256 of a secret in hex: the secret itself never reaches the core. */
export const tokenHash = z.string().regex(/^[0-9a-f]{64}$/);

type LinkRow = typeof signInLinks.$inferSelect;
type NewLink = { userId: number; madeBy: number; tokenHash: string; reason: string | null };

/** Stores a link of a user; it cancels those that are still open, so that one at most works. */
export async function insertLink(tx: Tx, { now }: Context, link: NewLink): Promise<LinkRow> {
  await revokeOpenLinks(tx, link.userId, now);
  const [row] = await tx
    .insert(signInLinks)
    .values({ ...link, createdAt: now, expiresAt: new Date(now.getTime() + LINK_MS) })
    .returning();
  if (row === undefined) throw new Error("a sign-in link was not stored");
  return row;
}

export async function revokeOpenLinks(tx: Tx, userId: number, now: Date): Promise<void> {
  const open = and(eq(signInLinks.userId, userId), isNull(signInLinks.usedAt), isNull(signInLinks.revokedAt));
  await tx.update(signInLinks).set({ revokedAt: now }).where(open);
}

type Standing = { usedAt: Date | null; revokedAt: Date | null; expiresAt: Date };

/** Throws unauthenticated with what to do for a link that does not sign in any more. */
export function assertUsable(link: Standing | undefined, now: Date): asserts link is Standing {
  const refuse = (sentence: "link_unknown" | "link_used" | "link_revoked" | "link_expired") =>
    new DomainError("unauthenticated", { sentence });
  if (link === undefined) throw refuse("link_unknown");
  if (link.usedAt !== null) throw refuse("link_used");
  if (link.revokedAt !== null) throw refuse("link_revoked");
  if (link.expiresAt <= now) throw refuse("link_expired");
}
