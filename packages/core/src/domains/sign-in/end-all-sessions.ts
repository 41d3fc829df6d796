import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command } from "../../kernel/index.ts";
import { endSessionsWhere } from "./end-sessions-where.ts";
import { revokeOpenLinks } from "./link-rules.ts";
import { signedInThemselves } from "./own-account.ts";

const { sessions } = schema;

/** Ends every session of the actor, this one too, and cancels links that nobody has used yet. */
export const endAllSessions = command({
  name: "session.end_all",
  permissions: ["profile.edit"],
  quiet: true,
  input: z.strictObject({}),
  load: (_tx, ctx) => Promise.resolve(signedInThemselves(ctx)),
  authorize: (ctx) => signedInThemselves(ctx),
  execute: async (tx, { ctx, target: person }) => {
    await revokeOpenLinks(tx, person.id, ctx.now);
    const ended = await endSessionsWhere(tx, ctx, eq(sessions.userId, person.id));
    const subject = { entityType: "user", entityId: person.id, objectId: null };
    return {
      result: { ended: ended.length },
      changes: [{ ...subject, before: { sessions: ended.length }, after: { sessions: 0 } }],
      events: [],
    };
  },
});
