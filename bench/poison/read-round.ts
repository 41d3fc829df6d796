import type { Database } from "@stsphera/db";

/** Waits in ms of what was written during a round. */
export type Round = { messages: number[]; events: number[]; seals: number; seconds: number };

/** How long the messages of a round waited to be sent, and its events to be relayed; rows that are not sealed. */
export async function readRound(
  { sql }: Database,
  name: string,
  since: Date,
): Promise<Omit<Round, "seconds">> {
  const messages = await sql<{ ms: number }[]>`
    select (extract(epoch from sent_at - created_at) * 1000)::float8 as ms from deliveries
    where dedupe_key like ${`${name}:%`} and status = 'sent'`;
  const events = await sql<{ ms: number }[]>`
    select (extract(epoch from relayed_at - created_at) * 1000)::float8 as ms from outbox
    where created_at >= ${since.toISOString()} and relayed_at is not null`;
  const [unsealed] = await sql<{ n: number }[]>`
    select count(*)::int as n from audit_log l where not exists (select from audit_chain c where c.audit_id = l.id)`;
  return {
    messages: messages.map(({ ms }) => ms),
    events: events.map(({ ms }) => ms),
    seals: unsealed?.n ?? Number.NaN,
  };
}

export function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor((sorted.length - 1) * 0.95)] ?? Number.NaN);
}
