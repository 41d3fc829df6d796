import { createHash, randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Person, personClient } from "../../../e2e/reliability/support/api-client.ts";
import type { Site } from "../../../e2e/reliability/support/sites.ts";
import type { System } from "./system.ts";

export type Lost = { at: string; what: string; status: number | string };
export type Tally = {
  reads: number;
  writes: number;
  uploads: number;
  slowestMs: number;
  lost: Lost[];
  /** Keys of entries that the API acknowledged. */
  entries: Set<string>;
  /** Numbers of files whose upload the API acknowledged. */
  files: Set<number>;
};

const PAUSE_MS = 200;

export const madeDocument = (size: number): Buffer =>
  Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(size), Buffer.from("\nstartxref\n9\n%%EOF\n")]);

/** What the API wants to know of a document before its bytes. */
export const announced = (objectId: number, name: string, bytes: Buffer) => ({
  objectId,
  name,
  purpose: "document",
  size: bytes.byteLength,
  sha256: createHash("sha256").update(bytes).digest("hex"),
  contentType: "application/pdf",
});

export type Upload = { id: number; uploadUrl: string; headers: Record<string, string> };

/** Reads, writes and uploads by several users at once, until it is stopped. Nothing is sent a second time. */
export async function startLoad(system: System, sites: readonly Site[], name: string) {
  const tally: Tally = {
    reads: 0,
    writes: 0,
    uploads: 0,
    slowestMs: 0,
    lost: [],
    entries: new Set(),
    files: new Set(),
  };
  const ending = new AbortController();
  const { signal } = ending;

  /** One request; undefined when it was lost: no answer, or one that says the system could not. */
  async function counted<T>(what: string, ask: () => Promise<{ status: number; body: T }>) {
    const began = performance.now();
    try {
      const answer = await ask();
      tally.slowestMs = Math.max(tally.slowestMs, Math.round(performance.now() - began));
      if (answer.status < 500) return answer;
      tally.lost.push({ at: new Date().toISOString(), what, status: answer.status });
    } catch (error) {
      const cause = error instanceof Error ? String(error.cause ?? error.message) : String(error);
      tally.lost.push({ at: new Date().toISOString(), what, status: cause });
    }
    return undefined;
  }

  async function read(person: Person, site: Site): Promise<void> {
    for (let at = 0; !signal.aborted; at += 1) {
      const path = at % 2 === 0 ? "dashboard" : "fact-form";
      const answer = await counted(`GET ${path}`, () =>
        person.send("GET", `/objects/${site.objectId}/${path}`),
      );
      if (answer?.status === 200) tally.reads += 1;
      await sleep(PAUSE_MS);
    }
  }

  async function write(person: Person, site: Site): Promise<void> {
    for (let at = 0; !signal.aborted; at += 1) {
      const key = `${name}-${site.objectId}-${at}`;
      const cell = site.cells[at % site.cells.length];
      const body = {
        floorVolumeId: cell,
        date: site.today,
        quantity: "1",
        notes: key,
        confirmDuplicate: true,
      };
      const answer = await counted("POST facts", () =>
        person.send("POST", `/objects/${site.objectId}/facts`, body, { "idempotency-key": key }),
      );
      if (answer?.status === 201) {
        tally.writes += 1;
        tally.entries.add(key);
      } else if (answer !== undefined && answer.status !== 429) {
        throw new Error(`An entry was refused: ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      await sleep(PAUSE_MS);
    }
  }

  async function upload(person: Person, site: Site): Promise<void> {
    for (let at = 0; !signal.aborted; at += 1) {
      const bytes = madeDocument(200_000);
      const made = await counted("POST files", () =>
        person.send<Upload>("POST", "/files", announced(site.objectId, `${name}-${at}.pdf`, bytes)),
      );
      if (made?.status === 201) {
        const { id, uploadUrl, headers } = made.body;
        const put = await counted("PUT file", async () => {
          const { status } = await fetch(uploadUrl, { method: "PUT", headers, body: new Uint8Array(bytes) });
          return { status, body: null };
        });
        const done =
          put?.status === 200
            ? await counted("POST complete", () => person.send("POST", `/files/${id}/complete`, {}))
            : undefined;
        if (done?.status === 200) {
          tally.uploads += 1;
          tally.files.add(id);
        }
      }
      await sleep(PAUSE_MS * 4);
    }
  }

  const workers: Promise<void>[] = [];
  for (const site of sites) {
    const person = await personClient(system, site.person);
    workers.push(read(person, site), write(person, site), upload(person, site));
  }
  const ended = Promise.all(workers);
  // A worker that fails is reported when the load is stopped.
  ended.catch(() => undefined);
  return {
    tally,
    async stop(): Promise<Tally> {
      ending.abort();
      await ended;
      return tally;
    },
  };
}

/** What the database says of acknowledged entries and files: how many are missing, and how many entries are double. */
export async function compared({ sql }: System, tally: Tally): Promise<{ missing: number; twice: number }> {
  const rows = await sql<{ notes: string; times: number }[]>`
    select notes, count(*)::int as times from daily_plan_fact
    where notes = any(${[...tally.entries]}) group by notes`;
  const [files] = await sql<{ known: number }[]>`
    select count(*)::int as known from files where id = any(${[...tally.files]}) and status <> 'failed'`;
  return {
    missing: tally.entries.size - rows.length + tally.files.size - (files?.known ?? 0),
    twice: rows.filter(({ times }) => times > 1).length,
  };
}
