import { setTimeout as sleep } from "node:timers/promises";
import { claim, conclude, print, prove } from "../support/report.ts";
import { start } from "../support/running.ts";
import { settled } from "../support/settled.ts";
import { ENTERERS, makeSites } from "../support/sites.ts";
import { judge } from "./level.ts";
import { createRequests, createUpdates, type Done } from "./load.ts";
import { sampleServices } from "./sampler.ts";

const REQUESTS_A_SECOND = 20;
const UPDATES_A_SECOND = 5;
const SAMPLE_MS = 5_000;

function minutesWanted(): number {
  const at = process.argv.indexOf("--minutes");
  const minutes = at < 0 ? 30 : Number(process.argv[at + 1]);
  if (minutes > 0 && minutes <= 24 * 60) return minutes;
  throw new Error("pnpm soak --minutes 30");
}

/** Calls `work` at this rate, whether earlier calls have ended or not. */
function atRate(perSecond: number, work: () => Promise<void>): () => Promise<void> {
  const open = new Set<Promise<void>>();
  const began = performance.now();
  let calls = 0;
  const timer = setInterval(() => {
    // A late tick on a busy machine catches up.
    for (; calls < ((performance.now() - began) / 1000) * perSecond; calls += 1) {
      const one = work().finally(() => open.delete(one));
      open.add(one);
    }
  }, 1000 / perSecond);
  return async () => {
    clearInterval(timer);
    await Promise.all(open);
  };
}

const minutes = minutesWanted();
const running = await start({ purpose: "soak" });
try {
  const proof = await prove(`${minutes} minutes of mixed load`, async () => {
    const cells = Math.ceil(minutes * 8) + 10;
    const sites = await makeSites(running, ENTERERS, { cells, planQty: "90000" });
    const done: Done = { asked: 0, statuses: new Map(), said: 0, saved: 0, troubles: [] };
    const watch = sampleServices(running, SAMPLE_MS);
    const began = performance.now();
    const stops = [
      atRate(REQUESTS_A_SECOND, await createRequests(running, sites, done)),
      atRate(UPDATES_A_SECOND, createUpdates(running, sites, done)),
    ];
    await sleep(minutes * 60_000);
    await Promise.all(stops.map((stop) => stop()));
    const seconds = (performance.now() - began) / 1000;
    watch.stop();
    const restarted = watch.restarted();
    await settled(running, 300);
    const [state] = await running.sql<{ errors: number; entries: number; failed: number }[]>`
      select (select count(*) from bot_updates where error is not null)::int as errors,
        (select count(*) from daily_plan_fact f join floor_volumes v on v.id = f.floor_volume_id
          where f.object_id = any(${sites.map((site) => site.objectId)}))::int as entries,
        (select count(*) from deliveries where status = 'failed')::int as failed`;
    const bad = [...done.statuses].filter(([status]) => status === 0 || status >= 400);
    const { figures, claims } = judge(watch.samples);
    return {
      figures: {
        "requests / a second": `${done.asked} / ${(done.asked / seconds).toFixed(1)}`,
        "updates / a second": `${done.said} / ${(done.said / seconds).toFixed(1)}`,
        "entries in the ledger": state?.entries ?? 0,
        "samples of each service": watch.samples.api.length,
        ...figures,
      },
      claims: [
        ...claims,
        claim(
          `the load was as promised (${REQUESTS_A_SECOND} and ${UPDATES_A_SECOND} a second)`,
          done.asked / seconds > REQUESTS_A_SECOND * 0.9 && done.said / seconds > UPDATES_A_SECOND * 0.9,
        ),
        claim(
          `no request failed (${bad.map(([status, times]) => `${times} × ${status}`).join(", ") || 0}), no update failed (${state?.errors}), no message was lost (${state?.failed})`,
          bad.length === 0 && state?.errors === 0 && state.failed === 0,
        ),
        claim(
          `nothing died (${restarted.join(", ") || 0}), nothing else went wrong (${[...done.troubles, ...watch.failures].length})`,
          restarted.length + done.troubles.length + watch.failures.length === 0,
        ),
      ],
    };
  });
  print(proof);
  conclude("soak", [proof], process.argv.includes("--record"));
} finally {
  await running.stop();
}
