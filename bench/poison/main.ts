// Poison photos beside the daily work: six interlaced pictures at once, while messages, entries and the seal go on.
import { createHash } from "node:crypto";
import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { personClient } from "../../e2e/reliability/support/api-client.ts";
import { start } from "../../e2e/reliability/support/running.ts";
import { settled } from "../../e2e/reliability/support/settled.ts";
import { ENTERERS, makeSites, MORE_ENTERERS, type Site } from "../../e2e/reliability/support/sites.ts";
import { until } from "../../e2e/reliability/support/until.ts";
import { option } from "../with-system.ts";
import { interlacedPng } from "./interlaced-png.ts";
import { p95, readRound, type Round } from "./read-round.ts";
import { workBeside } from "./steady-work.ts";
import { watchMemory } from "./watch-memory.ts";

const ROUNDS = Number(option("rounds") ?? 25);
const MINUTES = Number(option("minutes") ?? 10);
const AT_ONCE = 6;
/** A round lasts as long as its photos, and not shorter than this, with and without them. */
const LEAST_MS = 3_000;

const png = await interlacedPng(10_000);
const sha256 = createHash("sha256").update(png).digest("hex");
const running = await start({ purpose: "poison" });
try {
  await running.control.limits(false);
  const sites = await makeSites(running, [...ENTERERS, ...MORE_ENTERERS], { cells: 10, planQty: "50000" });
  await settled(running, 240);

  async function send(site: Site, name: string): Promise<number> {
    const person = await personClient(running, site.person);
    const made = await person.ask<{ id: number; uploadUrl: string; headers: Record<string, string> }>(
      "POST",
      "/files",
      {
        objectId: site.objectId,
        name,
        purpose: "photo",
        size: png.byteLength,
        sha256,
        contentType: "image/png",
      },
    );
    const put = await fetch(made.uploadUrl, {
      method: "PUT",
      headers: made.headers,
      body: new Uint8Array(png),
    });
    if (!put.ok) throw new Error(`the store refused a photo: ${put.status}`);
    await person.ask("POST", `/files/${made.id}/complete`, {});
    return made.id;
  }

  async function poison(name: string): Promise<void> {
    const six = Array.from({ length: AT_ONCE }, (_, at) => sites[at % sites.length]);
    const ids = await Promise.all(six.map((site, at) => (site ? send(site, `${name}-${at}.png`) : 0)));
    await until(
      "the refusal of every photo",
      async () => {
        const rows = await running.sql<{ error: string | null }[]>`
          select error from files where id = any(${ids}) and status = 'failed'`;
        return rows.length === ids.length && rows.every(({ error }) => error === "too_many_pixels")
          ? true
          : undefined;
      },
      { seconds: 300 },
    );
  }

  const quiet: Round[] = [];
  const poisoned: Round[] = [];
  const memory = watchMemory(() => running.system.pid("scheduler"));
  const until10 = performance.now() + MINUTES * 60_000;
  for (let round = 1; round <= ROUNDS && performance.now() < until10; round += 1) {
    for (const [rounds, name, beside] of [
      [quiet, `quiet-${round}`, () => sleep(LEAST_MS)],
      [poisoned, `poison-${round}`, () => Promise.all([poison(`poison-${round}`), sleep(LEAST_MS)])],
    ] as const) {
      const began = performance.now();
      await workBeside(running, sites, name, beside);
      const seconds = (performance.now() - began) / 1000;
      await settled(running, 120);
      rounds.push({ ...(await readRound(running, name)), seconds });
    }
    const [last, bad] = [quiet.at(-1), poisoned.at(-1)];
    if (last === undefined || bad === undefined) break;
    console.error(
      `round ${round}: message p95 ${p95(last.messages)} ms quiet, ${p95(bad.messages)} ms with photos (${bad.seconds.toFixed(1)} s)`,
    );
  }
  const seen = memory.stop();
  const all = (rounds: readonly Round[], of: "messages" | "events") => rounds.flatMap((round) => round[of]);
  const [before, beside] = [p95(all(quiet, "messages")), p95(all(poisoned, "messages"))];
  const [unsealed] = await running.sql<{ n: number }[]>`
    select count(*)::int as n from audit_log l where not exists (select 1 from audit_chain c where c.audit_id = l.id)`;
  const row = (what: string, ...cells: (string | number)[]) =>
    console.log(`| ${[what, ...cells].join(" | ")} |`);
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${poisoned.length} rounds of ${AT_ONCE} photos of ${(png.byteLength / 1e6).toFixed(1)} MB, load average ${loadavg()[1]?.toFixed(1)}.\n`,
  );
  row("", "quiet", "with photos", "÷");
  row("---", "---:", "---:", "---:");
  row("a message, from queued to sent, p95 in ms", before, beside, (beside / before).toFixed(2));
  const [idle, busy] = [p95(all(quiet, "events")), p95(all(poisoned, "events"))];
  row("an event, from written to relayed, p95 in ms", idle, busy, (busy / idle).toFixed(2));
  row("messages measured", all(quiet, "messages").length, all(poisoned, "messages").length, "");
  row("most memory of the decoder, MiB", "", seen.decoder, "");
  row("most memory of the scheduler, MiB", "", seen.scheduler, "");
  row("audit rows not sealed at the end", "", unsealed?.n ?? "unknown", "");
} finally {
  await running.stop();
}
