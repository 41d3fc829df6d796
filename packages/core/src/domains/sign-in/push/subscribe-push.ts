import { id, newBrowser } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, count, eq, ne, or } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError } from "../../../kernel/index.ts";
import { asEndpoint, isPushEndpoint } from "../../../platform/push/index.ts";
import { signedInThemselves } from "../own-account.ts";
import { lockOwnSession } from "./lock-own-session.ts";

const { pushSubscriptions } = schema;

const MAX_BROWSERS = 10;

/**
 * Lets the browser of a session ring for what Telegram does not take. A browser rings for one user: it stops ringing for
 * who was signed in there before. One that was given another address rings for what was waiting, too.
 */
export const subscribePush = command({
  name: "push.subscribe",
  permissions: ["profile.edit"],
  quiet: true,
  input: z.strictObject({
    ...newBrowser.shape,
    sessionId: id,
    endpoint: newBrowser.shape.endpoint.refine(isPushEndpoint, "must be the address of a push service"),
  }),
  load: async (tx, ctx, { sessionId }) => {
    const session = await lockOwnSession(tx, ctx, sessionId);
    const others = and(
      eq(pushSubscriptions.userId, session.userId),
      ne(pushSubscriptions.sessionId, session.id),
    );
    const [row] = await tx.select({ others: count() }).from(pushSubscriptions).where(others);
    return { session, others: row?.others ?? 0 };
  },
  authorize: (ctx, { others }) => {
    if (others >= MAX_BROWSERS) throw new DomainError("conflict", { sentence: "push_too_many" });
    return signedInThemselves(ctx);
  },
  execute: async (tx, { ctx, input: { sessionId, p256dh, auth, ...input }, target: { session } }) => {
    const endpoint = asEndpoint(input.endpoint);
    const replaced = or(eq(pushSubscriptions.endpoint, endpoint), eq(pushSubscriptions.sessionId, sessionId));
    await tx.delete(pushSubscriptions).where(replaced);
    await tx.insert(pushSubscriptions).values({
      userId: session.userId,
      sessionId,
      endpoint,
      p256dh,
      auth,
      createdAt: session.ringsSince ?? ctx.now,
    });
    const subject = { entityType: "session", entityId: sessionId, objectId: null };
    const before = { rings: session.browserId !== null };
    return {
      result: { rings: true },
      changes: [{ ...subject, before, after: { rings: true, browser: session.browser } }],
      events: [],
    };
  },
});
