import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

/** Where the run's server is and which of its databases is cloned; provided by vitest's global setup. */
export type TestServer = { serverUrl: string; template: string };

declare module "vitest" {
  interface ProvidedContext {
    testDatabase: TestServer;
  }
}

export type TestDatabase = { url: string; drop(): Promise<void> };

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

const open = new Set<string>();

/** Names of the databases that were made and not dropped yet. */
export const openTestDatabases = (): string[] => [...open];

/** A fresh migrated database of one's own, cloned from the run's template; only in `*.db.test.ts` files. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { serverUrl, template } = inject("testDatabase");
  const name = `${template}_${randomBytes(6).toString("hex")}`;
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  open.add(name);
  return {
    url: url.href,
    async drop() {
      await onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      open.delete(name);
    },
  };
}
