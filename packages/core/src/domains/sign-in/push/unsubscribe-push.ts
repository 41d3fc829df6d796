import { id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command } from "../../../kernel/index.ts";
import { signedInThemselves } from "../own-account.ts";
import { lockOwnSession } from "./lock-own-session.ts";

const { pushSubscriptions } = schema;

/** The browser of a session rings no more: this one, or another of the actor's. */
export const unsubscribePush = command({
  name: "push.unsubscribe",
  permissions: ["profile.edit"],
  quiet: true,
  input: z.strictObject({ sessionId: id }),
  load: (tx, ctx, { sessionId }) => lockOwnSession(tx, ctx, sessionId),
  authorize: (ctx) => signedInThemselves(ctx),
  execute: async (tx, { target: session }) => {
    await tx.delete(pushSubscriptions).where(eq(pushSubscriptions.sessionId, session.id));
    const subject = { entityType: "session", entityId: session.id, objectId: null };
    const before = { rings: session.browserId !== null, browser: session.browser };
    return {
      result: { rings: false },
      changes: [{ ...subject, before, after: { rings: false } }],
      events: [],
    };
  },
});
