import { id, newBrowser } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, count, eq, gt, inArray, isNull, ne, not, or } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError } from "../../../kernel/index.ts";
import { asEndpoint, isPushEndpoint } from "../../../platform/push/index.ts";
import { signedInThemselves } from "../own-account.ts";
import { lockOwnSession } from "./lock-own-session.ts";

const { pushSubscriptions, sessions } = schema;

const MAX_BROWSERS = 10;

/**
 * Lets the browser of a session ring for what Telegram does not take. A browser rings for one user: it stops ringing for
 * who was signed in there before. One that was given another address rings for what was waiting, too. Browsers whose
 * session is over are forgotten: they do not count towards the limit.
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
    const open = tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(
        and(eq(sessions.userId, session.userId), isNull(sessions.endedAt), gt(sessions.expiresAt, ctx.now)),
      );
    const ofOpen = inArray(pushSubscriptions.sessionId, open);
    const mine = eq(pushSubscriptions.userId, session.userId);
    const [row] = await tx
      .select({ others: count() })
      .from(pushSubscriptions)
      .where(and(mine, ne(pushSubscriptions.sessionId, session.id), ofOpen));
    return { session, others: row?.others ?? 0, left: and(mine, not(ofOpen)) };
  },
  authorize: (ctx, { others }) => {
    if (others >= MAX_BROWSERS) throw new DomainError("conflict", { sentence: "push_too_many" });
    return signedInThemselves(ctx);
  },
  execute: async (tx, { ctx, input: { sessionId, p256dh, auth, ...input }, target: { session, left } }) => {
    const endpoint = asEndpoint(input.endpoint);
    const replaced = or(
      eq(pushSubscriptions.endpoint, endpoint),
      eq(pushSubscriptions.sessionId, sessionId),
      left,
    );
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
