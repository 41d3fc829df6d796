import { createDatabase, type Database } from "../client.ts";
import { asApplication } from "./as-application.ts";
import { createTestDatabase, type TestDatabase } from "./create-database.ts";
import { type FreshState, freshState } from "./fresh-state.ts";
import { restore } from "./restore.ts";

type Kept = { database: TestDatabase; db: Database; fresh: FreshState | null };

/** More are open at once only in tests with two worlds. */
const MAX_SPARE = 2;

/**
 * Shared by the test files of a process: a released database, with its open connections, is reused by the next file.
 */
const spare: Kept[] = [];

export type OpenTestDatabase = { db: Database; url: string; close(): Promise<void> };

/** Number of clones ready for reuse. */
export const spareDatabases = (): number => spare.length;

/**
 * A database equal to the run's template, with the system's pools; transactions have the privileges of the services, the
 * test's own statements those of the owner. On close it is emptied and kept for reuse, because
 * cloning, connecting and planning every statement take longer than most tests.
 */
export async function openTestDatabase(): Promise<OpenTestDatabase> {
  const kept = spare.pop() ?? (await openClone());
  const { database, db, fresh } = kept;
  let ended = false;
  const end = async () => {
    ended = true;
    await db.close();
  };
  return {
    // A copy, because a test may replace its parts.
    db: { ...db, close: end },
    url: database.url,
    async close() {
      if (!ended && fresh !== null && spare.length < MAX_SPARE && (await restore(db.sql, fresh))) {
        spare.push(kept);
        return;
      }
      await end();
      await database.drop();
    },
  };
}

async function openClone(): Promise<Kept> {
  const database = await createTestDatabase();
  const owner = createDatabase(database.url, { max: 4, applicationName: "stsphera-test" });
  const db = { ...owner, orm: asApplication(owner.orm) };
  return { database, db, fresh: await freshState(db.sql) };
}
