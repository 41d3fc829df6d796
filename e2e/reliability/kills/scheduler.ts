import { killAlong } from "../support/killer.ts";
import { claim, prove, type Proof } from "../support/report.ts";
import type { Running } from "../support/running.ts";
import { arrivals, doublesOf, watchCalls } from "../support/sends.ts";
import { settled } from "../support/settled.ts";

export type SchedulerKills = { people: readonly number[]; messages: number; kills: number };

async function enqueue(
  { sql, control }: Running,
  people: readonly number[],
  messages: number,
): Promise<void> {
  const now = await control.now();
  const rows = Array.from({ length: messages }, (_, at) => ({
    dedupe_key: `proof:${at}`,
    chat_id: String(people[at % people.length]),
    method: "sendMessage",
    params: sql.json({ text: `Сообщение ${at}` }),
    priority: 2,
    not_before: new Date(0),
    created_at: now,
  }));
  await sql`insert into deliveries ${sql(rows)}`;
}

/** Kills the scheduler by SIGKILL while it sends: every message must arrive, a few may arrive twice. */
export const killScheduler = (
  running: Running,
  { people, messages, kills: times }: SchedulerKills,
): Promise<Proof> =>
  prove(`Scheduler killed ${times} times during ${messages} deliveries`, async () => {
    const { control, sql } = running;
    await settled(running, 120);
    const calls = await watchCalls(control);
    await enqueue(running, people, messages);
    const sentSoFar = async () => {
      const [row] = await sql<{ sent: number }[]>`
        select count(*)::int as sent from deliveries where dedupe_key like 'proof:%' and status = 'sent'`;
      return row?.sent ?? 0;
    };
    const killed = await killAlong(running, "scheduler", { times, total: messages, progress: sentSoFar });
    await settled(running, 900);
    const all = arrivals(await calls.stop());
    const ours = new Map([...all].filter(([content]) => content.includes('"Сообщение ')));
    const doubles = doublesOf(ours);
    const refused = await refusals(running);
    return {
      figures: {
        "messages queued": messages,
        "messages that arrived": ours.size,
        kills: killed.count,
        "sends in flight at the kills": killed.inFlight,
        "messages that came twice": doubles,
      },
      claims: [
        claim(
          `none lost (${messages - ours.size}), none failed (${refused})`,
          ours.size === messages && refused === 0,
        ),
        claim(
          `doubles (${doubles}) ≤ sends in flight at the kills (${killed.inFlight})`,
          doubles <= killed.inFlight,
        ),
      ],
    };
  });

async function refusals({ sql }: Running): Promise<number> {
  const [row] = await sql<{ failed: number }[]>`
    select count(*)::int as failed from deliveries where dedupe_key like 'proof:%' and status = 'failed'`;
  return row?.failed ?? 0;
}
