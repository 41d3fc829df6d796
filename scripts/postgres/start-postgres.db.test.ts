import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { findPostmaster } from "./postmaster.ts";
import { keepPostgres } from "./keep-postgres.ts";
import { removePostgres, startPostgres } from "./start-postgres.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await temporaryFolder("cluster");
  folder = join(parent, "база с пробелом");
  mkdirSync(folder);
});

afterEach(async () => {
  await removePostgres(folder);
  await removePostgres(parent);
});

const start = () => startPostgres({ folder, database: "stsphera", disposable: true });

async function ask<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

const pidOf = () => findPostmaster(join(folder, "data"))?.pid ?? 0;

test("the database sorts and compares the same way on every machine", async () => {
  const { url } = await start();
  const [row] = await ask(url, (sql) => {
    return sql`SELECT datlocprovider AS provider, datlocale AS locale, pg_encoding_to_char(encoding) AS encoding
      FROM pg_database WHERE datname = current_database()`;
  });
  expect(row).toEqual({ provider: "b", locale: "C.UTF-8", encoding: "UTF8" });
  const names = await ask(url, (sql) => {
    return sql`SELECT name FROM (VALUES ('Яма'), ('ёлка'), ('Ель'), ('жук')) AS t (name)
      ORDER BY name COLLATE "ru-x-icu"`;
  });
  expect(names.map((one) => one["name"])).toEqual(["ёлка", "Ель", "жук", "Яма"]);
});

test("a server that outlived its launcher is taken over, with its data", async () => {
  const first = await start();
  await ask(first.url, (sql) => sql`CREATE TABLE kept (id int)`);
  const pid = pidOf();
  const second = await start();
  expect(second).toMatchObject({ reused: true, port: first.port });
  expect(pidOf()).toBe(pid);
  expect(await ask(second.url, (sql) => sql`SELECT count(*)::int AS n FROM kept`)).toEqual([{ n: 0 }]);
});

test("after a hard kill the server starts again on the same data", async () => {
  const first = await start();
  await ask(first.url, (sql) => sql`CREATE TABLE kept (id int)`);
  process.kill(pidOf(), "SIGKILL");
  const second = await start();
  expect(second.reused).toBe(false);
  expect(await ask(second.url, (sql) => sql`SELECT count(*)::int AS n FROM kept`)).toEqual([{ n: 0 }]);
});

test("a server that stops while being taken over is started again", async () => {
  await (await start()).stop();
  // A process that looks alive because it runs in the folder, and exits at the first connection.
  const directory = join(folder, "data");
  const dying = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", directory]);
  const port = createServer((socket) => {
    dying.kill("SIGKILL");
    port.close();
    socket.resetAndDestroy();
  });
  await new Promise<void>((resolve) => port.listen(0, "127.0.0.1", resolve));
  const { port: taken } = port.address() as AddressInfo;
  const lines = [dying.pid, directory, 0, taken, "", "127.0.0.1", "", "ready"];
  writeFileSync(join(directory, "postmaster.pid"), `${lines.join("\n")}\n`);
  const second = await start();
  expect(dying.signalCode, "it was taken for the server").toBe("SIGKILL");
  expect(second.reused).toBe(false);
  expect(await ask(second.url, (sql) => sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
});

test("a stop ends the server even with open connections", async () => {
  const running = await start();
  const sql = postgres(running.url, { max: 1, onclose: () => undefined });
  await sql`SELECT 1`;
  await running.stop();
  expect(pidOf()).toBe(0);
  expect(existsSync(join(folder, "data/postmaster.pid"))).toBe(false);
  await sql.end({ timeout: 1 });
});

test("a server that was killed is started again with its data, at the same address", async () => {
  const lines: string[] = [];
  const running = await keepPostgres({ folder, database: "stsphera" }, (line) => lines.push(line));
  await ask(running.url, (sql) => sql`CREATE TABLE kept AS SELECT 7 AS n`);
  const first = pidOf();
  process.kill(first, "SIGKILL");
  await vi.waitFor(
    async () => expect([...(await ask(running.url, (sql) => sql`SELECT n FROM kept`))]).toEqual([{ n: 7 }]),
    { timeout: 40_000, interval: 200 },
  );
  expect(pidOf()).not.toBe(first);
  expect(lines).toEqual(["[postgres] has ended; starting it again"]);
  await running.stop();
  expect(pidOf()).toBe(0);
});
