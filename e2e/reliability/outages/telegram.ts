import { enterAll } from "../support/dialogues.ts";
import { entriesAmiss } from "../support/ledger.ts";
import { claim, prove, type Claim, type Proof } from "../support/report.ts";
import type { Running } from "../support/running.ts";
import { applied, arrivals, doublesOf, watchCalls } from "../support/sends.ts";
import { settled } from "../support/settled.ts";
import { makeSites } from "../support/sites.ts";

type Trouble = { name: string; faults: Record<string, unknown>[] };

/** Telegram's faults, with the calls they affect. */
const TROUBLES: readonly Trouble[] = [
  { name: "down 15 s", faults: [{ kind: "down", seconds: 15 }] },
  { name: "refusals 429", faults: [{ kind: "429", method: "sendMessage", count: 10, retryAfter: 1 }] },
  { name: "errors 500", faults: [{ kind: "500", count: 15 }] },
  { name: "HTML 502", faults: [{ kind: "html502", count: 15 }] },
  { name: "reset", faults: [{ kind: "reset", count: 15 }] },
  {
    name: "time-out before",
    faults: [{ kind: "timeoutBefore", method: "sendMessage", count: 6, seconds: 1 }],
  },
  { name: "time-out after", faults: [{ kind: "timeoutAfter", method: "sendMessage", count: 6, seconds: 1 }] },
  {
    name: "getUpdates: 500, reset, double",
    faults: [
      { kind: "500", method: "getUpdates", count: 3 },
      { kind: "reset", method: "getUpdates", count: 3 },
      { kind: "duplicateUpdates", count: 10 },
    ],
  },
];

export type TelegramTroubles = { people: readonly number[]; perTrouble: number; only?: readonly string[] };

/** Telegram fails in every known way while users enter facts: nothing may be lost, few messages may come twice. */
export const troubleTelegram = (running: Running, a: TelegramTroubles): Promise<Proof> => {
  const troubles = TROUBLES.filter(({ name }) => a.only === undefined || a.only.includes(name));
  return prove(`Telegram: ${troubles.map(({ name }) => name).join(", ")}`, async () => {
    const { control, sql } = running;
    const sites = await makeSites(running, a.people, {
      cells: a.perTrouble * troubles.length,
      planQty: "5000",
    });
    await settled(running, 120);
    await control.limits(false);
    const figures: Record<string, string> = {};
    const claims: Claim[] = [];
    for (const [round, { name, faults }] of troubles.entries()) {
      const calls = await watchCalls(control);
      for (const fault of faults) await control.fault(fault);
      const began = performance.now();
      const from = round * a.perTrouble;
      const wanted = sites.map((site) =>
        site.cells.slice(from, from + a.perTrouble).map((cell, at) => ({ cell, quantity: String(at + 1) })),
      );
      await Promise.all(sites.map((site, at) => enterAll(running, site, wanted[at] ?? [])));
      await settled(running, 240);
      await control.noFaults();
      const seconds = Math.round((performance.now() - began) / 1000);
      const seen = await calls.stop();
      const struck = seen.filter((call) => call.fault !== undefined);
      const maybeApplied = struck.filter((call) => applied(call) && call.method === "sendMessage").length;
      const doubles = doublesOf(arrivals(seen));
      const amiss = await entriesAmiss(running, sites, wanted.flat());
      const [failed] = await sql<{ failed: number }[]>`
        select count(*)::int as failed from deliveries
        where status = 'failed' and method <> 'answerCallbackQuery'`;
      figures[name] =
        `${wanted.flat().length} facts, ${struck.length} calls struck, ${doubles} messages twice, ${seconds} s`;
      claims.push(
        claim(
          `${name}: no entry lost (${amiss.lost}), twice (${amiss.twice}) or wrong (${amiss.wrong}), no update failed (${amiss.errors}), no message lost (${failed?.failed})`,
          amiss.lost + amiss.twice + amiss.wrong + amiss.errors + (failed?.failed ?? 0) === 0,
        ),
        claim(`${name}: it struck (${struck.length})`, struck.length > 0 || name.startsWith("getUpdates")),
        claim(
          `${name}: doubles (${doubles}) ≤ messages applied without an answer (${maybeApplied})`,
          doubles <= maybeApplied,
        ),
      );
    }
    await control.limits(true);
    return { figures, claims };
  });
};
