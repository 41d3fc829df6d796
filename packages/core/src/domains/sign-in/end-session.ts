import { id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { command, notFound, personOf } from "../../kernel/index.ts";
import { endSessionsWhere } from "./end-sessions-where.ts";
import { ownAccount, signedInThemselves } from "./own-account.ts";

const { sessions } = schema;

/**
 * Ends a session of the actor. Telegram begins one whenever it opens the Mini App: those of one browser are one device
 * and end together. A session by an admin's link ends itself alone.
 */
export const endSession = command({
  name: "session.end",
  permissions: ["profile.edit"],
  quiet: true,
  input: z.strictObject({ sessionId: id }),
  load: async (tx, ctx, { sessionId }) => {
    const mine = and(
      eq(sessions.id, sessionId),
      eq(sessions.userId, ownAccount(ctx).id),
      isNull(sessions.endedAt),
    );
    const [row] = await tx.select().from(sessions).where(mine).for("update");
    if (row === undefined) throw notFound();
    return row;
  },
  authorize: (ctx, row) => (personOf(ctx).session?.id === row.id ? ownAccount(ctx) : signedInThemselves(ctx)),
  execute: async (tx, { ctx, target: row }) => {
    const device = and(
      eq(sessions.userId, row.userId),
      eq(sessions.kind, "telegram"),
      eq(sessions.browser, row.browser),
    );
    const ended = await endSessionsWhere(tx, ctx, row.kind === "telegram" ? device : eq(sessions.id, row.id));
    const subject = { entityType: "session", entityId: row.id, objectId: null };
    const before = { kind: row.kind, browser: row.browser };
    return {
      result: { ended: ended.length },
      changes: [{ ...subject, before, after: { endedAt: ctx.now, sessions: ended.length } }],
      events: [],
    };
  },
});
