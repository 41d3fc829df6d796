import type { Database } from "@stsphera/db";
import { INCOMING_PREFIX, type Storage } from "@stsphera/storage";
import type { Context } from "../../kernel/index.ts";
import { processFile } from "./process-file.ts";

const DAY_MS = 86_400_000;
/** Announced uploads are given up a batch an hour. */
const BATCH = 500;

/**
 * Gives up uploads announced more than a day ago and never sent; their uploaders are told. Returns how many. `ctx` is
 * that of a system job with the right of fact.enter.
 */
export async function giveUpUnsentFiles(ctx: Context): Promise<number> {
  const before = new Date(ctx.now.getTime() - DAY_MS).toISOString();
  const unsent = await ctx.db.read<{ id: number }>(
    `select id from files where status = 'awaiting' and source = 'upload' and created_at < $1::timestamptz
     order by id limit ${BATCH}`,
    [before],
  );
  for (const { id: fileId } of unsent) {
    await processFile.run(ctx, { fileId, outcome: { status: "failed", error: "never_sent" } });
  }
  return unsent.length;
}

/**
 * Deletes what lies among the received uploads for more than a day and waits for nobody: bytes of refused files, of
 * files given up, and what a crash left behind. Returns how many objects.
 */
export async function sweepReceived(
  db: Database,
  store: Pick<Storage, "list" | "delete">,
  now: Date,
): Promise<number> {
  let swept = 0;
  let page: string[] = [];
  const sweep = async () => {
    const keys = page.map((key) => key.slice(INCOMING_PREFIX.length));
    page = [];
    const waiting = await db.read<{ key: string }>(
      `select storage_key as key from files where storage_key = any($1) and status in ('awaiting', 'stored')`,
      [keys],
    );
    const kept = new Set(waiting.map(({ key }) => key));
    for (const key of keys) {
      if (kept.has(key)) continue;
      await store.delete(`${INCOMING_PREFIX}${key}`);
      swept += 1;
    }
  };
  for await (const { key, lastModified } of store.list(INCOMING_PREFIX)) {
    if (now.getTime() - lastModified.getTime() < DAY_MS) continue;
    page.push(key);
    if (page.length === BATCH) await sweep();
  }
  if (page.length > 0) await sweep();
  return swept;
}
