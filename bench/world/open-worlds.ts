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

export type Worlds = {
  worlds: World[];
  /** Copies of the worlds for cases that write. */
  copies: World[];
  /** File for the API's log. */
  logFile: string;
  close(): Promise<void>;
};

/** Commits wait for the disk as in production; only checkpoints and vacuum are kept out of the timed runs. */
const SETTINGS = { max_wal_size: "8GB", checkpoint_timeout: "1h", autovacuum: "off" };
const FILLS = { S: fillSmall, L: fillLarge };

/** Starts PostgreSQL and opens one database per size, filled unless `data` already has it. */
export async function openWorlds(
  sizes: readonly Size[],
  data: string | undefined,
  show: (line: string) => void,
): Promise<Worlds> {
  const folder = data === undefined ? await temporaryFolder("bench") : resolve(data);
  mkdirSync(folder, { recursive: true });
  const server = await startPostgres({ folder: join(folder, "postgres"), settings: SETTINGS });
  const opened: World[] = [];
  const open = async (size: Size, name: string) => {
    const world = await createTestWorld(size, addressOf(server.url, name));
    opened.push(world);
    return world;
  };
  const close = async () => {
    await Promise.all(opened.map((world) => world.sql.end({ timeout: 5 })));
    await server.stop();
    if (data === undefined) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const worlds: World[] = [];
    const copies: World[] = [];
    for (const size of sizes) {
      const name = `bench_${size.toLowerCase()}`;
      await fill(size, server.url, name, show);
      await copy(server.url, name);
      copies.push(await open(size, `${name}_copy`));
      worlds.push(await open(size, name));
    }
    return { worlds, copies, logFile: join(folder, "api.log"), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function fill(
  size: Size,
  serverUrl: string,
  name: string,
  show: (line: string) => void,
): Promise<void> {
  await ensureDatabase(serverUrl, name);
  const url = addressOf(serverUrl, name);
  await migrate(url);
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const [mark] = await sql<{ filled: boolean }[]>`select to_regclass('bench_filled') is not null as filled`;
    if (mark?.filled === true) return;
    const began = performance.now();
    show(`Making size ${size} …`);
    await FILLS[size](url);
    await sql.unsafe("vacuum (analyze)");
    await sql.unsafe("create table bench_filled ()");
    show(`Size ${size} is there after ${((performance.now() - began) / 1000).toFixed(0)} s.`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function copy(serverUrl: string, name: string): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(`drop database if exists ${name}_copy with (force)`);
    await sql.unsafe(`create database ${name}_copy template ${name} strategy file_copy`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function createTestWorld(size: Size, url: string): Promise<World> {
  const sql = postgres(url, { max: 2, onnotice: () => undefined });
  return { size, url, sql, ...(await findSubjects(sql)) };
}

function addressOf(serverUrl: string, name: string): string {
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  return address.href;
}
