import { id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, count, eq, gt } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError } from "../../../kernel/index.ts";
import { signedInThemselves } from "../own-account.ts";
import { lockOwnSession } from "./lock-own-session.ts";

const { pushMessages } = schema;

const MAX_TRIALS = 5;
const WITHIN_MS = 600_000;

/** Rings in the browser of a session, so that its user sees that it works. */
export const tryPush = command({
  name: "push.try",
  permissions: ["profile.edit"],
  quiet: true,
  input: z.strictObject({ sessionId: id }),
  load: async (tx, ctx, { sessionId }) => {
    const session = await lockOwnSession(tx, ctx, sessionId);
    const recent = and(
      eq(pushMessages.userId, session.userId),
      eq(pushMessages.reason, "trial"),
      gt(pushMessages.createdAt, new Date(ctx.now.getTime() - WITHIN_MS)),
    );
    const [row] = await tx.select({ trials: count() }).from(pushMessages).where(recent);
    return { session, trials: row?.trials ?? 0 };
  },
  authorize: (ctx, { session, trials }) => {
    if (session.browserId === null) throw new DomainError("conflict", { sentence: "push_is_off" });
    if (trials >= MAX_TRIALS) throw new DomainError("conflict", { sentence: "push_tried_often" });
    return signedInThemselves(ctx);
  },
  execute: async (tx, { ctx, target: { session } }) => {
    await tx.insert(pushMessages).values({
      userId: session.userId,
      subscriptionId: session.browserId,
      reason: "trial",
      notBefore: ctx.now,
      createdAt: ctx.now,
    });
    const subject = { entityType: "session", entityId: session.id, objectId: null };
    return {
      result: { rings: true },
      changes: [{ ...subject, before: null, after: { tried: true, browser: session.browser } }],
      events: [],
    };
  },
});
