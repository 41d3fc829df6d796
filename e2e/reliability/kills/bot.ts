import { enterAll } from "../support/dialogues.ts";
import { killAlong } from "../support/killer.ts";
import { entriesAmiss } from "../support/ledger.ts";
import { claim, prove, type Proof } from "../support/report.ts";
import type { Running } from "../support/running.ts";
import { arrivals, doublesOf, watchCalls } from "../support/sends.ts";
import { settled } from "../support/settled.ts";
import { makeSites, type Site } from "../support/sites.ts";

/** Entries whose card is not shown exactly once in their author's chat. */
async function cardsAmiss(
  { sql, control }: Running,
  site: Site,
): Promise<{ missing: number; double: number }> {
  const facts = await sql<
    { id: number }[]
  >`select id from daily_plan_fact where object_id = ${site.objectId}`;
  const shown = new Map<number, number>();
  for (const message of await control.messages(site.person)) {
    if (message.deleted) continue;
    const ids = message.inlineKeyboard.flat().flatMap(({ callbackData = "" }) => {
      const [version, , id] = callbackData.split(":");
      return version === "e1" ? [Number(id)] : [];
    });
    for (const id of new Set(ids)) shown.set(id, (shown.get(id) ?? 0) + 1);
  }
  return {
    missing: facts.filter(({ id }) => !shown.has(id)).length,
    double: facts.filter(({ id }) => (shown.get(id) ?? 0) > 1).length,
  };
}

export type BotKills = { people: readonly number[]; perPerson: number; kills: number };

/** Kills the bot by SIGKILL while users enter facts: each must be in the ledger once, and every answer must arrive. */
export const killBot = (running: Running, { people, perPerson, kills: times }: BotKills): Promise<Proof> =>
  prove(`Bot killed ${times} times during ${people.length * perPerson} facts`, async () => {
    const { control, sql } = running;
    const sites = await makeSites(running, people, { cells: perPerson, planQty: "5000" });
    await settled(running, 120);
    await control.limits(false);
    const calls = await watchCalls(control);
    const wanted = sites.map((site) => site.cells.map((cell, at) => ({ cell, quantity: String(at + 1) })));
    const total = people.length * perPerson;
    let entered = 0;
    const load = Promise.all(
      sites.map((site, at) => enterAll(running, site, wanted[at] ?? [], () => void (entered += 1))),
    );
    const killing = killAlong(running, "bot", { times, total, progress: () => entered });
    const [killed] = await Promise.all([killing, load]);
    await settled(running, 600);
    const sent = await calls.stop();
    await control.limits(true);

    const { entries, lost, twice, wrong, errors } = await entriesAmiss(running, sites, wanted.flat());
    const [state] = await sql<{ failed: number; late: number; updates: number }[]>`
      select
        (select count(*) from deliveries where status = 'failed' and method <> 'answerCallbackQuery')::int as failed,
        (select count(*) from deliveries where status = 'failed' and method = 'answerCallbackQuery')::int as late,
        (select count(*) from bot_updates)::int as updates`;
    const cards = await Promise.all(sites.map((site) => cardsAmiss(running, site)));
    const missing = cards.reduce((sum, { missing }) => sum + missing, 0);
    const doubleCards = cards.reduce((sum, { double }) => sum + double, 0);
    const doubles = doublesOf(arrivals(sent));
    return {
      figures: {
        "updates worked": state?.updates ?? 0,
        "entries expected / in the ledger": `${total} / ${entries}`,
        kills: killed.count,
        "sends in flight at the kills": killed.inFlight,
        "messages that came twice": doubles,
        "answers to presses that came after Telegram's time": state?.late ?? 0,
      },
      claims: [
        claim(
          `${total} entries, none lost (${lost}), none twice (${twice}), none wrong (${wrong})`,
          lost + twice + wrong === 0,
        ),
        claim(`no update failed (${errors})`, errors === 0),
        claim(
          `no message failed (${state?.failed}), every entry's card stands in its chat (${missing} missing)`,
          state?.failed === 0 && missing === 0,
        ),
        claim(
          `doubles (${doubles}, cards ${doubleCards}) ≤ sends in flight at the kills`,
          Math.max(doubles, doubleCards) <= killed.inFlight,
        ),
      ],
    };
  });
