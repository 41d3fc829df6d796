import { sql } from "drizzle-orm";
import type { Context, Tx } from "./context.ts";
import { forbidden } from "./errors.ts";
import { loadActor, sameActor } from "./load-actor.ts";
import { readerIn } from "./reader-in.ts";

/**
 * The context of a verb that changes rights, with the actor as they are now: a request that began before its actor
 * lost a right grants nothing by it. Such verbs run one after another, under a lock that is taken before all others,
 * so that a loss is either seen here or comes after what was granted, and ends it. Throws forbidden without access.
 */
export async function withRightsOfNow(tx: Tx, ctx: Context): Promise<Context> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('rights', 0))`);
  if (ctx.actor.kind !== "user") return ctx;
  const actor = await loadActor({ read: readerIn(tx) }, sameActor(ctx.actor), ctx.now);
  if (actor?.status !== "active") throw forbidden();
  return { ...ctx, actor };
}
