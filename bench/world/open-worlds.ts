import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { migrate } from "@stsphera/db/migrate";
import postgres from "postgres";
import { ensureDatabase } from "../../scripts/postgres/ensure-database.ts";
import { startPostgres } from "../../scripts/postgres/start-postgres.ts";
import { temporaryFolder } from "../../scripts/temporary-folder.ts";
import { fillLarge } from "./large/fill-large.ts";
import { fillSmall } from "./small.ts";
import { findSubjects } from "./subjects.ts";
import type { Size, World } from "./world.ts";

export type Worlds = { worlds: World[]; close(): Promise<void> };

/** Commits wait for the disk as in production; only checkpoints are kept out of the timed runs. */
const SETTINGS = { max_wal_size: "4GB", checkpoint_timeout: "1h", autovacuum: "off" };
const FILLS = { S: fillSmall, L: fillLarge };

/** Starts PostgreSQL and opens a database a size, filled unless `data` has it filled already. */
export async function openWorlds(
  sizes: readonly Size[],
  data: string | undefined,
  show: (line: string) => void,
): Promise<Worlds> {
  const folder = data === undefined ? await temporaryFolder("bench") : resolve(data);
  mkdirSync(folder, { recursive: true });
  const server = await startPostgres({ folder: join(folder, "postgres"), settings: SETTINGS });
  const opened: World[] = [];
  const close = async () => {
    await Promise.all(opened.map((world) => world.sql.end({ timeout: 5 })));
    await server.stop();
    if (data === undefined) rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const size of sizes) opened.push(await openWorld(server.url, size, show));
    return { worlds: opened, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openWorld(serverUrl: string, size: Size, show: (line: string) => void): Promise<World> {
  const name = `bench_${size.toLowerCase()}`;
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  const url = address.href;
  await ensureDatabase(serverUrl, name);
  await migrate(url);
  const sql = postgres(url, { max: 2, onnotice: () => undefined });
  const [filled] = await sql<{ at: string | null }[]>`select to_regclass('bench_filled')::text as at`;
  if (filled?.at === null) {
    const began = performance.now();
    show(`Making size ${size} …`);
    await FILLS[size](url);
    await sql.unsafe("vacuum (analyze)");
    await sql.unsafe("create table bench_filled (at timestamptz default now())");
    show(`Size ${size} is there after ${((performance.now() - began) / 1000).toFixed(0)} s.`);
  }
  await sql.unsafe("checkpoint");
  return { size, url, sql, ...(await findSubjects(sql)) };
}
