// Poison photos beside the daily work: six interlaced pictures at once, while messages, events and the seal go on.
import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { until } from "../../e2e/reliability/support/until.ts";
import { incomingKey, sha256Hex } from "../../packages/storage/src/index.ts";
import { option } from "../with-system.ts";
import { interlacedPng } from "./interlaced-png.ts";
import { p95, readRound, type Round } from "./read-round.ts";
import { openScene } from "./scene.ts";
import { workBeside } from "./steady-work.ts";
import { watchMemory } from "./watch-memory.ts";

const ROUNDS = Number(option("rounds") ?? 25);
const MINUTES = Number(option("minutes") ?? 10);
const AT_ONCE = 6;
/** A round lasts as long as its photos, and not shorter than this, with and without them. */
const LEAST_MS = 3_000;

const png = await interlacedPng(10_000);
const sha256 = sha256Hex(png);
const scene = await openScene();
const { db, storage, objects } = scene;
try {
  const done = (what: string, ids: readonly number[]) =>
    until(
      what,
      async () => {
        const rows = await db.sql<{ error: string | null }[]>`
          select error from files where id = any(${[...ids]}) and status = 'failed'`;
        return rows.length === ids.length && rows.every(({ error }) => error === "too_many_pixels")
          ? true
          : undefined;
      },
      { seconds: 300, everyMs: 20 },
    );

  /** What a phone sends is with the store already: the scheduler's part begins when the six are told of. */
  async function put(name: string): Promise<string[]> {
    const keys = Array.from({ length: AT_ONCE }, (_, at) => `${name}-${at}.png`);
    for (const key of keys) await storage.put(incomingKey(key), png, "image/png");
    return keys;
  }
  async function poison(keys: readonly string[]): Promise<void> {
    const rows = await db.sql<{ id: number }[]>`
      insert into files (object_id, purpose, source, status, name, content_type, size, sha256, storage_key, uploaded_by, created_at)
      select ${objects[0]?.id ?? 0}, 'photo', 'upload', 'stored', key, 'image/png', ${png.byteLength}, ${sha256}, key,
        (select min(id) from users), ${new Date().toISOString()} from unnest(${[...keys]}::text[]) key returning id`;
    await done(
      "the refusal of every photo",
      rows.map(({ id }) => id),
    );
  }
  const settled = () =>
    until(
      "everything sent and sealed",
      async () => {
        const [row] = await db.sql<{ open: number }[]>`
          select (select count(*) from deliveries where status in ('queued', 'sending') and not_before <= now())::int
            + (select count(*) from outbox where relayed_at is null)::int as open`;
        return row?.open === 0 ? true : undefined;
      },
      { seconds: 120, everyMs: 200 },
    );

  const quiet: Round[] = [];
  const poisoned: Round[] = [];
  const memory = watchMemory(scene.pid);
  const last = performance.now() + MINUTES * 60_000;
  await workBeside(scene, "warm", () => sleep(LEAST_MS));
  await settled();
  for (let round = 1; round <= ROUNDS && performance.now() < last; round += 1) {
    const keys = await put(`poison-${round}`);
    for (const [rounds, name, beside] of [
      [quiet, `quiet-${round}`, () => sleep(LEAST_MS)],
      [poisoned, `poison-${round}`, () => Promise.all([poison(keys), sleep(LEAST_MS)])],
    ] as const) {
      const [since, began] = [new Date(), performance.now()];
      await workBeside(scene, name, beside);
      const seconds = (performance.now() - began) / 1000;
      await settled();
      await sleep(1_000);
      rounds.push({ ...(await readRound(db, name, since)), seconds });
    }
    const [one, other] = [quiet.at(-1), poisoned.at(-1)];
    if (one === undefined || other === undefined) break;
    console.error(
      `round ${round}: p95 of a message ${p95(one.messages)} ms quiet, ${p95(other.messages)} ms with photos (${other.seconds.toFixed(1)} s)`,
    );
  }
  const seen = memory.stop();
  const all = (rounds: readonly Round[], of: "messages" | "events") => rounds.flatMap((round) => round[of]);
  const row = (what: string, ...cells: (string | number)[]) =>
    console.log(`| ${[what, ...cells].join(" | ")} |`);
  const compared = (what: string, of: "messages" | "events") => {
    const [before, beside] = [p95(all(quiet, of)), p95(all(poisoned, of))];
    row(what, before, beside, (beside / before).toFixed(2));
  };
  const size = (png.byteLength / 1e6).toFixed(1);
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${poisoned.length} rounds of ${AT_ONCE} photos of ${size} MB, load average ${loadavg()[1]?.toFixed(1)}.\n`,
  );
  row("", "quiet", "with photos", "÷");
  row("---", "---:", "---:", "---:");
  compared("a message, from queued to sent, p95 in ms", "messages");
  compared("an event, from written to relayed, p95 in ms", "events");
  row("messages measured", all(quiet, "messages").length, all(poisoned, "messages").length, "");
  row(
    "audit rows not sealed a second later",
    Math.max(...quiet.map(({ seals }) => seals)),
    Math.max(...poisoned.map(({ seals }) => seals)),
    "",
  );
  row("most memory of the decoder, MiB", "", seen.decoder, "");
  row("most memory of the process that reads and compares, MiB", "", seen.files, "");
  row("most memory of the process that sends, MiB", "", seen.scheduler, "");
} finally {
  await scene.close();
}
