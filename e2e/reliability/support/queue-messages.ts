import type { Running } from "./running.ts";

type Queued = { people: readonly number[]; messages: number; prefix: string };

/** Queues numbered messages to people in turn, past the relay; their dedupe keys begin with the prefix. */
export async function queueMessages(
  { sql, control }: Running,
  { people, messages, prefix }: Queued,
): Promise<void> {
  const now = await control.now();
  const chats = Array.from({ length: messages }, (_, at) => people[at % people.length] ?? 0);
  await sql`
    insert into deliveries (dedupe_key, chat_id, method, params, priority, not_before, created_at)
    select concat(${prefix}::text, ':', n), chat, 'sendMessage', jsonb_build_object('text', concat(${prefix}::text, ' ', n)), 2,
      '-infinity', ${now}
    from unnest(${chats}::bigint[]) with ordinality as q (chat, n)`;
}

/** How many of them are sent and how many failed. */
export async function stateOf({ sql }: Running, prefix: string): Promise<{ sent: number; failed: number }> {
  const [row] = await sql<{ sent: number; failed: number }[]>`
    select count(*) filter (where status = 'sent')::int as sent, count(*) filter (where status = 'failed')::int as failed
    from deliveries where dedupe_key like ${`${prefix}:%`}`;
  return row ?? { sent: 0, failed: 0 };
}
