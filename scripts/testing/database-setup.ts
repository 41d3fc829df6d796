import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "@stsphera/db/migrate";
import type { TestServer } from "@stsphera/db/testing";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startPostgres } from "../postgres/start-postgres.ts";
import { temporaryFolder } from "../temporary-folder.ts";

type Server = { url: string; remove(): Promise<void> };

async function testServer(): Promise<Server> {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, remove: async () => undefined };
  const folder = await temporaryFolder("vitest");
  const server = await startPostgres({ folder: join(folder, "postgres"), disposable: true });
  const remove = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, remove };
}

async function onServer(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Drops the template and its clones, which have its name as a prefix; some were prepared but not used. */
async function dropAll(sql: postgres.Sql, template: string): Promise<void> {
  const left = await sql<{ name: string }[]>`
    SELECT datname AS name FROM pg_database WHERE starts_with(datname, ${template})`;
  for (const { name } of left) await sql`DROP DATABASE IF EXISTS ${sql(name)} WITH (FORCE)`;
}

/** Vitest's global setup: one server and one migrated template that tests clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer();
  const template = `stsphera_template_${randomBytes(4).toString("hex")}`;
  const templateUrl = new URL(server.url);
  templateUrl.pathname = `/${template}`;
  const teardown = async () => {
    await onServer(server.url, (sql) => dropAll(sql, template));
    await server.remove();
  };
  try {
    await onServer(server.url, (sql) => sql`CREATE DATABASE ${sql(template)}`);
    await migrate(templateUrl.href);
    await onServer(server.url, (sql) => sql`ALTER DATABASE ${sql(template)} ALLOW_CONNECTIONS false`);
  } catch (error) {
    await teardown();
    throw error;
  }
  const provided: TestServer = { serverUrl: server.url, template };
  project.provide("testDatabase", provided);
  return teardown;
}
