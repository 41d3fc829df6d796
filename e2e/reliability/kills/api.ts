import { killAlong } from "../support/killer.ts";
import { claim, prove, type Proof } from "../support/report.ts";
import type { Running } from "../support/running.ts";
import { makeSites } from "../support/sites.ts";
import { keptOf, newWriting, writeFacts } from "../support/writers.ts";

export type ApiKills = { people: readonly number[]; writes: number; kills: number };

/**
 * Kills the API by SIGKILL during writes that are repeated with their keys: each acknowledged entry must exist exactly
 * once.
 */
export const killApi = (running: Running, { people, writes, kills: times }: ApiKills): Promise<Proof> =>
  prove(`API killed ${times} times during ${writes} writes`, async () => {
    const sites = await makeSites(running, people, { cells: 10, planQty: "5000" });
    const writing = newWriting();
    let killing = true;
    const load = writeFacts(running, sites, (written) => killing || written < writes, writing);
    const killed = await killAlong(running, "api", {
      times,
      total: writes,
      progress: () => writing.acknowledged.size,
    });
    killing = false;
    await load;
    const kept = await keptOf(running, sites, writing);
    const count = (wanted: (status: number) => boolean) =>
      writing.seen.filter(({ status }) => wanted(status)).length;
    return {
      figures: {
        "writes acknowledged": writing.acknowledged.size,
        "entries in the ledger": kept.entries,
        kills: killed.count,
        "connections that broke": count((status) => status === 0),
        "answers 5xx": count((status) => status >= 500),
      },
      claims: [
        claim(
          `every acknowledged write is there (${kept.missing} missing), none twice (${kept.twice})`,
          kept.missing + kept.twice === 0,
        ),
        claim(
          `a repeated key gives the same entry (${writing.contradicted.length} others)`,
          writing.contradicted.length === 0,
        ),
        claim(
          `no write was refused (${writing.refused.slice(0, 2).join("; ") || 0})`,
          writing.refused.length === 0,
        ),
        claim(`the cells' sums equal the ledger (${kept.sumsDiffer} differ)`, kept.sumsDiffer === 0),
        claim(
          `the ledger holds what was acknowledged and nothing more`,
          kept.entries === writing.acknowledged.size,
        ),
      ],
    };
  });
