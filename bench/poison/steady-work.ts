import { setTimeout as sleep } from "node:timers/promises";
import { type Person, personClient } from "../../e2e/reliability/support/api-client.ts";
import type { Running } from "../../e2e/reliability/support/running.ts";
import type { Site } from "../../e2e/reliability/support/sites.ts";

const EVERY_MS = 100;

/** Ten messages and about ten entries a second, until the work that goes on beside them is done. */
export async function workBeside(
  running: Running,
  sites: readonly Site[],
  name: string,
  beside: () => Promise<unknown>,
): Promise<void> {
  const ending = new AbortController();
  const people = await Promise.all(sites.map((site) => personClient(running, site.person)));
  const workers = [
    tell(running, sites, name, ending.signal),
    ...people.slice(0, 3).map((person, at) => enter(person, sites[at], `${name}-${at}`, ending.signal)),
  ];
  try {
    await beside();
  } finally {
    ending.abort();
    await Promise.all(workers);
  }
}

/** Messages to one after the other, so that none waits for Telegram's limit of its chat. */
async function tell({ sql, control }: Running, sites: readonly Site[], name: string, signal: AbortSignal) {
  for (let at = 0; !signal.aborted; at += 1) {
    const now = await control.now();
    const row = {
      dedupe_key: `${name}:${at}`,
      chat_id: String(sites[at % sites.length]?.person),
      method: "sendMessage",
      params: sql.json({ text: `${name} ${at}` }),
      priority: 2,
      not_before: new Date(0),
      created_at: now,
    };
    await sql`insert into deliveries ${sql(row)}`;
    await sleep(EVERY_MS);
  }
}

async function enter(person: Person, site: Site | undefined, name: string, signal: AbortSignal) {
  if (site === undefined) throw new Error("there are too few sites");
  for (let at = 0; !signal.aborted; at += 1) {
    const key = `${name}-${at}`;
    const body = {
      floorVolumeId: site.cells[at % site.cells.length],
      date: site.today,
      quantity: "1",
      notes: key,
      confirmDuplicate: true,
    };
    const path = `/objects/${site.objectId}/facts`;
    const { status } = await person.send("POST", path, body, { "idempotency-key": key });
    if (status !== 201 && status !== 429) throw new Error(`an entry was refused: ${status}`);
    await sleep(EVERY_MS * 3);
  }
}
