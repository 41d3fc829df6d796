import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

/** The server of the test run and the database to clone; provided by vitest's global setup. */
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

/** Names of test databases created and not dropped yet. */
export const openTestDatabases = (): string[] => [...open];

/** A new migrated database cloned from the run's template; only for `*.db.test.ts` files. */
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
