import { setTimeout as sleep } from "node:timers/promises";
import { enterAll } from "../support/dialogues.ts";
import { isReady } from "../support/killer.ts";
import { entriesAmiss } from "../support/ledger.ts";
import type { OwnDatabase } from "../support/own-database.ts";
import { claim, prove, type Proof } from "../support/report.ts";
import type { Running } from "../support/running.ts";
import { settled } from "../support/settled.ts";
import { makeSites } from "../support/sites.ts";
import { until } from "../support/until.ts";
import { keptOf, newWriting, type Seen, writeFacts } from "../support/writers.ts";

/** Time in ms after the database returns during which answers may still be 503. */
const GRACE_MS = 10_000;

export type DatabaseOutages = {
  writers: readonly number[];
  chatters: readonly number[];
  perChatter: number;
  restarts: number;
  awayMs: number;
  betweenMs: number;
};

type Outage = { wentAt: number; backAt: number };

const lateErrors = (seen: readonly Seen[], outages: readonly Outage[]): Seen[] =>
  seen.filter(
    ({ at, status }) =>
      (status >= 500 || status === 0) &&
      !outages.some((one) => at >= one.wentAt && at <= one.backAt + GRACE_MS),
  );

/** Stops and restarts PostgreSQL while users write through the API and the bot. */
export const restartDatabase = (
  running: Running,
  database: OwnDatabase,
  a: DatabaseOutages,
): Promise<Proof> =>
  prove(`PostgreSQL restarted ${a.restarts} times under load`, async () => {
    const { control } = running;
    const [writing, outages] = [newWriting(), [] as Outage[]];
    const sites = await makeSites(running, a.writers, { cells: 10, planQty: "50000" });
    const talked = await makeSites(running, a.chatters, { cells: a.perChatter, planQty: "5000" });
    await control.limits(false);
    const wanted = talked.map((site) => site.cells.map((cell, at) => ({ cell, quantity: String(at + 1) })));
    let writes = true;
    const load = writeFacts(running, sites, () => writes, writing);
    const talk = Promise.all(talked.map((site, at) => enterAll(running, site, wanted[at] ?? [])));
    for (let at = 0; at < a.restarts; at += 1) {
      await sleep(a.betweenMs);
      outages.push(await database.restart(a.awayMs, at % 2 === 0 ? "fast" : "crash"));
    }
    const readyAgain = await Promise.all(
      (["api", "bot", "scheduler"] as const).map((name) =>
        until(`${name} is ready again`, async () => ((await isReady(running, name)) ? name : undefined)),
      ),
    );
    await sleep(GRACE_MS + 2_000);
    writes = false;
    await Promise.all([load, talk]);
    await settled(running, 300);
    await control.limits(true);
    const kept = await keptOf(running, sites, writing);
    const amiss = await entriesAmiss(running, talked, wanted.flat());
    const during = writing.seen.filter(({ status }) => status >= 500);
    const bare = during.filter(({ status, retryAfter }) => status !== 503 || retryAfter === null);
    const late = lateErrors(writing.seen, outages);
    const lastAfterMs = Math.max(
      0,
      ...during.map(({ at }) =>
        Math.min(...outages.filter((one) => at >= one.wentAt).map((one) => at - one.backAt)),
      ),
    );
    const slowest = Math.max(0, ...writing.seen.map(({ ms }) => ms));
    return {
      figures: {
        restarts: outages.length,
        "time away, s": outages.map((one) => ((one.backAt - one.wentAt) / 1000).toFixed(1)).join(", "),
        "writes acknowledged": writing.acknowledged.size,
        "answers 503 with Retry-After": during.length - bare.length,
        "other 5xx": bare.length,
        "last 5xx after the database was back, s": (lastAfterMs / 1000).toFixed(1),
        "slowest answer, s": (slowest / 1000).toFixed(1),
        "facts entered in chats": wanted.flat().length,
      },
      claims: [
        claim(
          `the API says 503 with Retry-After (${during.length - bare.length}), nothing else (${[...new Set(bare.map(({ status }) => status))].join(", ") || "none"})`,
          during.length > 0 && bare.length === 0,
        ),
        claim(`no 5xx later than 10 s after it is back (${late.length})`, late.length === 0),
        claim(
          `every acknowledged write is there (${kept.missing} missing), none twice (${kept.twice}), sums right (${kept.sumsDiffer} differ)`,
          kept.missing + kept.twice + kept.sumsDiffer === 0,
        ),
        claim(
          `no write was refused (${writing.refused.slice(0, 2).join("; ") || 0})`,
          writing.refused.length === 0,
        ),
        claim(
          `facts entered in chats: ${amiss.lost} lost, ${amiss.twice} twice, ${amiss.wrong} wrong, ${amiss.errors} updates failed`,
          amiss.lost + amiss.twice + amiss.wrong + amiss.errors === 0,
        ),
        claim(`${readyAgain.join(", ")} recovered by themselves`, readyAgain.length === 3),
      ],
    };
  });
