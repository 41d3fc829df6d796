import type { Orm, Reader, Sql } from "@stsphera/db";
import { sql } from "drizzle-orm";
import type { Context, Tx } from "../../kernel/index.ts";
import { TEST_LINKS } from "./test-links.ts";
import { outcomeOf } from "../outcomes.ts";
import type { World } from "../world.ts";

class RollBack extends Error {}

/** Reads through the transaction's own connection, so that it sees what its commands have written. */
export function readerIn(tx: Tx): Reader {
  const { client } = (tx as unknown as { _: { session: { client: Sql } } })._.session;
  return (text, params) => client.unsafe(text, params as never[]) as never;
}

/**
 * Runs in a transaction that is always rolled back: a command's own transaction becomes a savepoint of it, and the
 * world stays unchanged.
 */
export async function inRolledBack<T>(
  world: World,
  actor: Context["actor"],
  work: (ctx: Context, tx: Tx) => Promise<T>,
): Promise<T> {
  let outcome: { value: T } | undefined;
  try {
    await world.db.orm.transaction(async (tx) => {
      const orm = tx as unknown as Orm;
      const db = { ...world.db, orm, read: readerIn(tx) };
      outcome = { value: await work(world.ctx(actor, { db, links: TEST_LINKS }), tx) };
      throw new RollBack("rolled back");
    });
  } catch (error) {
    if (!(error instanceof RollBack)) throw error;
  }
  if (outcome === undefined) throw new Error("nothing came of the work");
  return outcome.value;
}

/** Number of audit rows of a request and of all outbox rows, as the transaction sees them. */
export async function tracesIn(tx: Tx, requestId: string): Promise<{ audit: number; outbox: number }> {
  const [row] = await tx.execute<{ audit: number; outbox: number }>(sql`
    select (select count(*)::int from audit_log where request_id = ${requestId}) as audit,
      (select count(*)::int from outbox) as outbox`);
  if (row === undefined) throw new Error("nothing was counted");
  return row;
}

/** The outcome of the work, and how many audit and outbox rows it adds in the transaction. */
export async function outcomeWithTraces(
  { requestId }: Context,
  tx: Tx,
  work: () => Promise<unknown>,
): Promise<{ outcome: string; left: number }> {
  const before = await tracesIn(tx, requestId);
  const outcome = await outcomeOf(work());
  const after = await tracesIn(tx, requestId);
  return { outcome, left: after.audit - before.audit + after.outbox - before.outbox };
}
