import { setTimeout as sleep } from "node:timers/promises";
import { updateObject } from "@stsphera/core";
import type { Scene } from "./scene.ts";

const EVERY_MS = 100;

/** Ten messages and ten changes of objects a second, until the work that goes on beside them is done. */
export async function workBeside(scene: Scene, name: string, beside: () => Promise<unknown>): Promise<void> {
  const ending = new AbortController();
  const workers = [tell(scene, name, ending.signal), change(scene, name, ending.signal)];
  try {
    await beside();
  } finally {
    ending.abort();
    await Promise.all(workers);
  }
}

/** Messages to one after the other, so that none waits for Telegram's limit of its chat. */
async function tell({ db, chats }: Scene, name: string, signal: AbortSignal): Promise<void> {
  for (let at = 0; !signal.aborted; at += 1) {
    const now = new Date().toISOString();
    const params = JSON.stringify({ text: `${name} ${at}` });
    await db.sql`
      insert into deliveries (dedupe_key, chat_id, method, params, priority, not_before, created_at)
      values (${`${name}:${at}`}, ${chats[at % chats.length] ?? 0}, 'sendMessage', ${params}::text::jsonb, 2, '-infinity', ${now})`;
    await sleep(EVERY_MS);
  }
}

async function change({ db, objects, manager }: Scene, name: string, signal: AbortSignal): Promise<void> {
  for (let at = 0; !signal.aborted; at += 1) {
    const id = objects[at % objects.length]?.id ?? 0;
    const [row] = await db.sql<{ version: number }[]>`select version from objects where id = ${id}`;
    await updateObject.run(await manager(), {
      objectId: id,
      version: row?.version ?? 0,
      name: `${name} ${at}`,
    });
    await sleep(EVERY_MS);
  }
}
