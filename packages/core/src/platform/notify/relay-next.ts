import { cutText } from "@stsphera/contracts/format";
import { schema } from "@stsphera/db";
import { and, asc, isNull, lt, sql } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";
import { isPassing } from "./is-passing.ts";
import type { NoticeRegistry, NotifyDeps, OutboxEvent } from "./notice.ts";
import { planCopiesOf } from "./plan-copies.ts";
import { type Planned, planNotifications } from "./plan-notifications.ts";
import { readThings } from "./read-things.ts";
import { readsOfBatch } from "./reads-of-batch.ts";
import { writeCopies } from "./write-copies.ts";
import { writeNotifications } from "./write-notifications.ts";

const { outbox } = schema;
const RELAY_LOCK = 727_403;

/** Dependencies of the relay; the notices are those registered by the domains. */
export type RelayDeps = NotifyDeps & { notices: NoticeRegistry };

/** After so many attempts an event is set aside with its error, so that the others go on. */
export const MAX_ATTEMPTS = 5;

/** Events relayed together. */
export const MAX_BATCH = 200;

/**
 * `idle`: no event waits; `busy`: another process relays; `queued`: number of messages queued; `failed`: what was tried
 * stays in the outbox and is tried again, event by event.
 */
export type Relayed =
  | { kind: "idle" }
  | { kind: "busy" }
  | { kind: "relayed"; queued: number }
  | { kind: "failed" };

/**
 * Notifies of the oldest waiting events, in one transaction with the mark that they were relayed. One process relays at
 * a time, so events keep their order; messages have dedupe keys, so nobody is notified twice. An attempt is counted
 * before it is made: events that were in a batch that failed, or that ended the process, are tried one by one.
 */
export async function relayNext(deps: RelayDeps): Promise<Relayed> {
  const tried: { events: OutboxEvent[] } = { events: [] };
  try {
    return await deps.db.orm.transaction(async (tx): Promise<Relayed> => {
      const [lock] = await tx.execute<{ got: boolean }>(
        sql`select pg_try_advisory_xact_lock(${RELAY_LOCK}) as got`,
      );
      if (lock?.got !== true) return { kind: "busy" };
      const events = await nextEvents(tx);
      if (events.length === 0) return { kind: "idle" };
      await count(deps, events, 1);
      tried.events = events;
      return await relay(tx, deps, events);
    });
  } catch (error) {
    const { events } = tried;
    if (events.length === 0) throw error;
    if (isPassing(error)) {
      // Where the database is still away this throws too, and the events are tried one by one.
      await count(deps, events, -1);
      throw error;
    }
    const [only] = events;
    if (events.length === 1 && only !== undefined) await noteFailure(deps, only, error);
    else deps.warn(`a batch of ${events.length} events could not be relayed and is tried one by one`, error);
    return { kind: "failed" };
  }
}

async function relay(tx: Tx, deps: RelayDeps, events: readonly OutboxEvent[]): Promise<Relayed> {
  const now = deps.now();
  const reads = { ...deps, db: readsOfBatch(deps.db) };
  const read = await readThings(reads, events, deps.notices);
  const planned = await planNotifications(reads, events, deps.notices, read);
  const readable = planned.filter(isPlanned);
  const copies = await planCopiesOf(
    reads,
    readable.map(({ event }) => event),
    deps.notices,
    read,
  );
  const uncopied = new Set(copies.failed.map(({ event }) => event.id));
  const { queued, failed } = await writeNotifications(
    tx,
    readable.filter(({ event }) => !uncopied.has(event.id)),
    now,
  );
  const failures = [...planned.flatMap((one) => ("error" in one ? [one] : [])), ...copies.failed, ...failed];
  const stay = new Set(failures.map(({ event }) => event.id));
  const appUrl = deps.groupAppUrl?.() ?? null;
  const told = copies.planned.filter(({ event }) => !stay.has(event.id));
  const copied = await writeCopies(tx, told, { now, appUrl });
  const done = events.filter(({ id }) => !stay.has(id)).map(({ id }) => id);
  await tx.execute(sql`
    update outbox set relayed_at = ${now.toISOString()}::timestamptz where id = any (${`{${done.join()}}`}::bigint[])`);
  for (const { event, error } of failures) await noteFailure(deps, event, error);
  return done.length > 0 ? { kind: "relayed", queued: queued + copied } : { kind: "failed" };
}

const isPlanned = (one: Planned): one is Extract<Planned, { notifications: unknown }> =>
  "notifications" in one;

/** The oldest waiting events that were never tried; one alone that was. */
async function nextEvents(tx: Tx): Promise<OutboxEvent[]> {
  const rows = await tx
    .select()
    .from(outbox)
    .where(and(isNull(outbox.relayedAt), lt(outbox.attempts, MAX_ATTEMPTS)))
    .orderBy(asc(outbox.id))
    .limit(MAX_BATCH);
  const triedBefore = rows.findIndex(({ attempts }) => attempts > 0);
  const chosen = triedBefore < 0 ? rows : rows.slice(0, Math.max(1, triedBefore));
  return chosen.map((row) => ({ ...row, payload: row.payload as Record<string, unknown> }));
}

/** Counts an attempt, or takes it back, at once and whatever becomes of the transaction. */
async function count({ db }: RelayDeps, events: readonly OutboxEvent[], by: 1 | -1): Promise<void> {
  const ids = events.map(({ id }) => id);
  await db.sql`update outbox set attempts = attempts + ${by} where id = any (${ids}::bigint[])`;
}

async function noteFailure(deps: RelayDeps, event: OutboxEvent, error: unknown): Promise<void> {
  const words = cutText(error instanceof Error ? error.message : String(error), 500);
  const [row] = await deps.db.sql<{ attempts: number }[]>`
    update outbox set error = ${words} where id = ${event.id} returning attempts`;
  const parked = (row?.attempts ?? 0) >= MAX_ATTEMPTS;
  deps.warn(
    `event ${event.id} (${event.type}) could not be relayed${parked ? " and is set aside" : ""}`,
    error,
  );
}
