import { setTimeout as sleep } from "node:timers/promises";
import { personClient } from "../support/api-client.ts";
import { enterAll } from "../support/dialogues.ts";
import { drawPictures } from "../support/photos.ts";
import { claim, prove, type Proof } from "../support/report.ts";
import type { Running } from "../support/running.ts";
import { settled } from "../support/settled.ts";
import { makeSites, type Site } from "../support/sites.ts";
import { until } from "../support/until.ts";

type Photos = { ready: number; waiting: number; failed: number };

async function photosOf({ sql }: Running, sites: readonly Site[]): Promise<Photos> {
  const [row] = await sql<Photos[]>`
    select count(*) filter (where status = 'ready')::int as ready,
      count(*) filter (where status in ('awaiting', 'stored'))::int as waiting,
      count(*) filter (where status = 'failed')::int as failed
    from files where source = 'telegram' and object_id = any(${sites.map((site) => site.objectId)})`;
  return row ?? { ready: 0, waiting: 0, failed: 0 };
}

/** Statuses of the API's file requests while the store is away. */
async function askApi(running: Running, site: Site): Promise<number[]> {
  const person = await personClient(running, site.person);
  const form = await person.send("GET", `/objects/${site.objectId}/fact-form`);
  const made = await person.send<{ id: number }>("POST", "/files", {
    objectId: site.objectId,
    name: "Фасад.jpg",
    size: 1000,
    sha256: "ab".repeat(32),
    contentType: "image/jpeg",
    purpose: "photo",
  });
  const complete = await person.send("POST", `/files/${made.body.id}/complete`, {});
  return [form.status, made.status, complete.status];
}

const isLate = (text: string | null): boolean =>
  /фото/i.test(text ?? "") && /позже|жд|задерж|ещё|пока/i.test(text ?? "");

export type StoreOutage = { people: readonly number[]; photosEach: number; seconds: number };

/**
 * The object store is away while entries with photos are made: entries must be saved at once, photos must follow by
 * themselves.
 */
export const stopObjectStore = (running: Running, a: StoreOutage): Promise<Proof> =>
  prove(`Object store down for ${a.seconds} s`, async () => {
    const { control, sql } = running;
    const sites = await makeSites(running, a.people, { cells: 1, planQty: "5000" });
    await control.limits(false);
    await control.storeDown(true);
    const began = performance.now();
    await Promise.all(
      sites.map((site) =>
        enterAll(
          running,
          site,
          site.cells.map((cell) => ({ cell, quantity: "7" })),
        ),
      ),
    );
    for (const [at, site] of sites.entries()) {
      await control.sendPhotos(site.person, await drawPictures(a.photosEach, at));
    }
    const expected = sites.length * a.photosEach;
    const recorded = await until("the photos are written down", async () => {
      const photos = await photosOf(running, sites);
      return photos.waiting + photos.failed + photos.ready >= expected ? photos : undefined;
    });
    const entries = await sql<{ id: number }[]>`
      select id from daily_plan_fact where object_id = any(${sites.map((site) => site.objectId)})`;
    const [site] = sites;
    const statuses = site === undefined ? [] : await askApi(running, site);
    await sleep(Math.max(0, a.seconds * 1000 - (performance.now() - began)));
    const during = await photosOf(running, sites);
    const told = await Promise.all(
      sites.map(async ({ person }) => (await control.messages(person)).some(({ text }) => isLate(text))),
    );
    await control.storeDown(false);
    const backAt = performance.now();
    const after = await until(
      "the photos are ready",
      async () => {
        const photos = await photosOf(running, sites);
        return photos.ready + photos.failed >= expected ? photos : undefined;
      },
      { seconds: 120, everyMs: 200 },
    );
    const seconds = ((performance.now() - backAt) / 1000).toFixed(1);
    await settled(running, 120);
    await control.limits(true);
    return {
      figures: {
        "entries made meanwhile": entries.length,
        "photos sent / waiting at the end of the outage / ready after it": `${expected} / ${during.waiting} / ${after.ready}`,
        "all photos ready after the store was back, s": seconds,
        "people told": told.filter(Boolean).length,
        "API: form, upload link, completion": statuses.join(", "),
      },
      claims: [
        claim(
          `entries do not wait for the store (${entries.length} of ${sites.length})`,
          entries.length === sites.length,
        ),
        claim(
          `photos wait (${during.waiting}), none is given up (${during.failed})`,
          recorded.failed === 0 && during.waiting === expected,
        ),
        claim(`photos complete by themselves (${after.ready} of ${expected})`, after.ready === expected),
        claim(
          `every person is told (${told.filter(Boolean).length} of ${sites.length})`,
          told.every(Boolean),
        ),
        claim(
          `the API says 503 where it needs the store and works elsewhere (${statuses.join(", ")})`,
          statuses.at(-1) === 503 && statuses.slice(0, -1).every((status) => status < 300),
        ),
      ],
    };
  });
