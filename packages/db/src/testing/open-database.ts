import { createDatabase, type Database } from "../client.ts";
import { createTestDatabase, type TestDatabase } from "./create-database.ts";
import { type FreshState, freshState } from "./fresh-state.ts";
import { restore } from "./restore.ts";

type Kept = { database: TestDatabase; db: Database; fresh: FreshState | null };

/** More than this many are open at once only where a test has two worlds. */
const MAX_SPARE = 2;

/** Files of a process share this module: what one has left, its connections warm, the next one takes. */
const spare: Kept[] = [];

export type OpenTestDatabase = { db: Database; url: string; close(): Promise<void> };

/** How many clones wait for the next who asks. */
export const spareDatabases = (): number => spare.length;

/**
 * A database as fresh as the run's template, with the system's pools to it. A clean one is emptied and used again
 * when it is closed: to clone, to connect and to plan every statement anew takes longer than most tests do.
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
    // A copy: a test may put something in the place of its parts.
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
  const db = createDatabase(database.url, { max: 4, applicationName: "stsphera-test" });
  return { database, db, fresh: await freshState(db.sql) };
}
