import { cutText } from "@stsphera/contracts/format";
import { schema } from "@stsphera/db";
import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";
import { isDatabaseAway, sqlStateOf, type Tx } from "../../kernel/index.ts";
import type { NoticeRegistry, NotifyDeps, OutboxEvent } from "./notice.ts";
import { planCopies } from "./plan-copies.ts";
import { planNotifications } from "./plan-notifications.ts";
import { writeCopies } from "./write-copies.ts";
import { writeNotifications } from "./write-notifications.ts";

const { outbox } = schema;
const RELAY_LOCK = 727_403;

/** Dependencies of the relay; the notices are those registered by the domains. */
export type RelayDeps = NotifyDeps & { notices: NoticeRegistry };

/** After this many failures an event is set aside with its error, so that the others go on. */
export const MAX_ATTEMPTS = 5;

/** `idle`: no event waits; `busy`: another process relays; `queued`: number of messages queued. */
export type Relayed =
  | { kind: "idle" }
  | { kind: "busy" }
  | { kind: "relayed"; queued: number }
  | { kind: "failed" };

/**
 * Notifies of the oldest waiting event, in one transaction with the mark that it was relayed. One process relays at a
 * time, so events keep their order; messages have dedupe keys, so nobody is notified twice.
 */
export async function relayNext(deps: RelayDeps): Promise<Relayed> {
  const current: { event?: OutboxEvent } = {};
  try {
    return await deps.db.orm.transaction(async (tx): Promise<Relayed> => {
      const [lock] = await tx.execute<{ got: boolean }>(
        sql`select pg_try_advisory_xact_lock(${RELAY_LOCK}) as got`,
      );
      if (lock?.got !== true) return { kind: "busy" };
      const event = await oldest(tx);
      if (event === undefined) return { kind: "idle" };
      current.event = event;
      const now = deps.now();
      const planned = await planNotifications(deps, event, deps.notices[event.type]);
      const copies = await planCopies(deps, event, deps.notices[event.type]);
      const appUrl = deps.groupAppUrl?.() ?? null;
      const queued =
        (await writeNotifications(tx, event, planned, now)) +
        (await writeCopies(tx, event, copies, { now, appUrl }));
      await tx.update(outbox).set({ relayedAt: now }).where(eq(outbox.id, event.id));
      return { kind: "relayed", queued };
    });
  } catch (error) {
    if (current.event === undefined || isPassing(error)) throw error;
    await countFailure(deps, current.event, error);
    return { kind: "failed" };
  }
}

/**
 * True when PostgreSQL, not the event, is at fault: unavailable, short of resources, or the transaction was aborted.
 */
const isPassing = (error: unknown): boolean =>
  isDatabaseAway(error) || /^(40|53|57)/.test(sqlStateOf(error) ?? "");

async function oldest(tx: Tx): Promise<OutboxEvent | undefined> {
  const [row] = await tx
    .select()
    .from(outbox)
    .where(and(isNull(outbox.relayedAt), lt(outbox.attempts, MAX_ATTEMPTS)))
    .orderBy(asc(outbox.id))
    .limit(1);
  return row === undefined ? undefined : { ...row, payload: row.payload as Record<string, unknown> };
}

async function countFailure(deps: RelayDeps, event: OutboxEvent, error: unknown): Promise<void> {
  const words = error instanceof Error ? error.message : String(error);
  const [row] = await deps.db.orm
    .update(outbox)
    .set({ attempts: sql`${outbox.attempts} + 1`, error: cutText(words, 500) })
    .where(eq(outbox.id, event.id))
    .returning({ attempts: outbox.attempts });
  const parked = (row?.attempts ?? 0) >= MAX_ATTEMPTS;
  deps.warn(
    `event ${event.id} (${event.type}) could not be relayed${parked ? " and is set aside" : ""}`,
    error,
  );
}
