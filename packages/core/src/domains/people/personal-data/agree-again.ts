import type { AgreedAgain } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can, isGivenSession } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError, forbidden, notFound, personOf } from "../../../kernel/index.ts";
import { newestConsent } from "./ask-erasure.ts";
import { writeErasureDecisions } from "./erasure-decisions.ts";
import { keepConsent } from "./keep-consent.ts";

const { users } = schema;

/**
 * Gives a withdrawn agreement anew, to today's text; a request for erasure that was not answered is taken back by it,
 * as the data may be processed again. The former agreement stays as it was.
 */
export const agreeAgain = command({
  name: "me.agree_again",
  permissions: ["profile.edit"],
  input: z.strictObject({}),
  load: async (tx, ctx) => {
    const { id: userId } = personOf(ctx);
    const [person] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
    if (person === undefined) throw notFound();
    return { person, consent: await newestConsent(tx, userId) };
  },
  authorize: ({ actor }, { consent }) => {
    if (!can(actor, "profile.edit")) throw forbidden("profile.edit");
    if (isGivenSession(actor)) throw forbidden("profile.edit", "session_is_given");
    if (consent === undefined || consent.withdrawnAt === null)
      throw new DomainError("conflict", { sentence: "consent_stands" });
    return consent;
  },
  execute: async (tx, { ctx, target: { person }, verdict: { withdrawnAt, erasureAskedAt } }) => {
    await keepConsent(tx, { userId: person.id, place: "again", locale: person.locale, now: ctx.now });
    await writeErasureDecisions(tx, person, { erasureAskedAt: null });
    const subject = { entityType: "user", entityId: person.id, objectId: null };
    const result: AgreedAgain = { givenAt: ctx.now.toISOString() };
    return {
      result,
      changes: [
        {
          ...subject,
          before: { withdrawnAt, erasureAskedAt },
          after: { withdrawnAt: null, erasureAskedAt: null },
        },
      ],
      events: [{ ...subject, type: "user.agreed_again", payload: { userId: person.id } }],
    };
  },
});
