import type { Running } from "../../e2e/reliability/support/running.ts";

/** Waits in ms of what was written during a round. */
export type Waits = { messages: number[]; events: number[] };
export type Round = Waits & { seconds: number };

/** Reads how long the messages of a round waited to be sent, and its entries' events to be relayed. */
export async function readRound({ sql }: Running, name: string): Promise<Waits> {
  const messages = await sql<{ ms: number }[]>`
    select (extract(epoch from sent_at - created_at) * 1000)::float8 as ms from deliveries
    where dedupe_key like ${`${name}:%`} and status = 'sent'`;
  const events = await sql<{ ms: number }[]>`
    select (extract(epoch from o.relayed_at - o.created_at) * 1000)::float8 as ms
    from outbox o join daily_plan_fact f on f.id = o.entity_id and o.entity_type = 'fact'
    where f.notes like ${`${name}-%`} and o.relayed_at is not null`;
  return { messages: messages.map(({ ms }) => ms), events: events.map(({ ms }) => ms) };
}

export function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor((sorted.length - 1) * 0.95)] ?? Number.NaN);
}
