import { schema } from "@stsphera/db";
import { can, isGivenSession } from "@stsphera/rbac";
import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError, forbidden, notFound, personOf, type Tx } from "../../../kernel/index.ts";
import { writeErasureDecisions } from "./erasure-decisions.ts";

const { consents, users } = schema;

/** How often a person may ask, in ms. */
export const ASK_EVERY_MS = 24 * 3_600_000;

type Consent = typeof consents.$inferSelect;
type Person = typeof users.$inferSelect;

/**
 * Withdraws the actor's agreement and asks the administrators to erase their data, at most once a day. Access stays
 * until an administrator has answered: what the person still has to hand over is decided by people.
 */
export const askErasure = command({
  name: "me.ask_erasure",
  permissions: ["profile.edit"],
  input: z.strictObject({}),
  load: async (tx, ctx): Promise<{ person: Person; consent: Consent }> => {
    const { id: userId } = personOf(ctx);
    // The account's row is locked first, so that two requests at once find each other.
    const [person] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
    if (person === undefined) throw notFound();
    return { person, consent: (await newestConsent(tx, userId)) ?? (await unrecorded(tx, person)) };
  },
  authorize: ({ actor, now }, { consent: { erasureAskedAt } }) => {
    if (!can(actor, "profile.edit")) throw forbidden("profile.edit");
    if (isGivenSession(actor)) throw forbidden("profile.edit", "session_is_given");
    if (erasureAskedAt !== null && erasureAskedAt.getTime() + ASK_EVERY_MS > now.getTime())
      throw new DomainError("conflict", { sentence: "erasure_asked_today" });
  },
  execute: async (tx, { ctx, target: { person, consent } }) => {
    const withdrawnAt = consent.withdrawnAt ?? ctx.now;
    const next = { withdrawnAt, erasureAskedAt: ctx.now };
    await tx.update(consents).set(next).where(eq(consents.id, consent.id));
    await writeErasureDecisions(tx, person, next);
    const subject = { entityType: "user", entityId: consent.userId, objectId: null };
    const before = { withdrawnAt: consent.withdrawnAt, erasureAskedAt: consent.erasureAskedAt };
    return {
      result: { withdrawnAt: withdrawnAt.toISOString(), askedAt: ctx.now.toISOString() },
      changes: [{ ...subject, before, after: next }],
      events: [{ ...subject, type: "user.erasure_asked", payload: { userId: consent.userId } }],
    };
  },
});

/** The agreement that counts. */
export async function newestConsent(tx: Tx, userId: number): Promise<Consent | undefined> {
  const [row] = await tx
    .select()
    .from(consents)
    .where(eq(consents.userId, userId))
    .orderBy(desc(consents.id))
    .limit(1);
  return row;
}

async function unrecorded(tx: Tx, { id: userId, createdAt: givenAt }: Person): Promise<Consent> {
  const [row] = await tx.insert(consents).values({ userId, way: "unrecorded", givenAt }).returning();
  if (row === undefined) throw new Error("an agreement was not stored");
  return row;
}
