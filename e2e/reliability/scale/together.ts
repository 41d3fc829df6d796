import { enterAll } from "../support/dialogues.ts";
import { entriesAmiss } from "../support/ledger.ts";
import { claim, prove, type Proof } from "../support/report.ts";
import type { Running } from "../support/running.ts";
import { arrivals, doublesOf, watchCalls } from "../support/sends.ts";
import { settled } from "../support/settled.ts";
import { makeSites } from "../support/sites.ts";
import type { RoundRobin } from "./round-robin.ts";

export type Together = {
  people: readonly number[];
  perPerson: number;
  messages: number;
  balancer: RoundRobin;
};

async function enqueue(
  { sql, control }: Running,
  people: readonly number[],
  messages: number,
): Promise<void> {
  const now = await control.now();
  const rows = Array.from({ length: messages }, (_, at) => ({
    dedupe_key: `scale:${at}`,
    chat_id: String(people[at % people.length]),
    method: "sendMessage",
    params: sql.json({ text: `Объявление ${at}` }),
    priority: 2,
    not_before: new Date(0),
    created_at: now,
  }));
  await sql`insert into deliveries ${sql(rows)}`;
}

/** People enter facts through several bots, and several schedulers send at the same time: everything happens once. */
export const workTogether = (
  running: Running,
  { people, perPerson, messages, balancer }: Together,
): Promise<Proof> =>
  prove("Three bots and two schedulers at once", async () => {
    const { control, sql } = running;
    const sites = await makeSites(running, people, { cells: perPerson, planQty: "5000" });
    await settled(running, 120);
    await control.limits(false);
    const calls = await watchCalls(control);
    const wanted = sites.map((site) => site.cells.map((cell, at) => ({ cell, quantity: String(at + 1) })));
    const total = people.length * perPerson;
    const began = performance.now();
    await enqueue(running, people, messages);
    await Promise.all(sites.map((site, at) => enterAll(running, site, wanted[at] ?? [])));
    await settled(running, 600);
    const took = (performance.now() - began) / 1_000;
    const all = arrivals(await calls.stop());
    await control.limits(true);

    const { entries, lost, twice, wrong, errors } = await entriesAmiss(running, sites, wanted.flat());
    const announced = [...all].filter(([content]) => content.includes('"Объявление ')).length;
    const doubles = doublesOf(all);
    const [state] = await sql<
      { failed: number; late: number; beats: number; pace: number | null; updates: number }[]
    >`
      select (select count(*)::int from deliveries where status = 'failed' and method <> 'answerCallbackQuery') as failed,
        (select count(*)::int from deliveries where status = 'failed' and method = 'answerCallbackQuery') as late,
        (select count(*)::int from bot_updates) as updates,
        (select count(*)::int from ops_records where kind = 'heartbeat') as beats,
        (select extract(epoch from min(gap))::float8 from (
          select at - lag(at) over (order by at) as gap from ops_records where kind = 'heartbeat') g) as pace`;
    const shares = balancer.origins.map((origin) => balancer.answered.get(origin) ?? 0);
    return {
      figures: {
        "updates, by bot": `${state?.updates}: ${shares.join(" + ")}`,
        "entries expected / in the ledger": `${total} / ${entries}`,
        "messages queued / arrived": `${messages} / ${announced}`,
        "messages of all kinds that arrived": all.size,
        "messages that came twice": doubles,
        "answers to presses that came after Telegram's time": state?.late ?? 0,
        "seconds for all of it": took.toFixed(1),
        heartbeats: state?.beats ?? 0,
      },
      claims: [
        claim(
          `${total} entries, none lost (${lost}), none twice (${twice}), none wrong (${wrong}), no update failed (${errors})`,
          lost + twice + wrong + errors === 0,
        ),
        claim(
          `every queued message arrived (${announced}), none failed (${state?.failed})`,
          announced === messages && state?.failed === 0,
        ),
        claim(`no message came twice (${doubles})`, doubles === 0),
        claim(
          `all three bots took updates (${shares.join(", ")})`,
          shares.length === 3 && shares.every((n) => n > 0),
        ),
        claim(
          `two schedulers keep the pace of one heartbeat (the shortest pause is ${state?.pace?.toFixed(1)} s)`,
          (state?.pace ?? 20) >= 10,
        ),
      ],
    };
  });
