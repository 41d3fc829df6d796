import type { Database, Orm, Reader, Sql } from "@stsphera/db";

/**
 * Runs the whole story in one transaction: it stands complete or not at all, and nobody is told of its half. Verbs run
 * inside as they always do, their own transactions being savepoints.
 */
export function inOneTransaction<R>(db: Database, work: (inner: Database) => Promise<R>): Promise<R> {
  return db.orm.transaction((tx) =>
    work({ orm: tx, read: readerOf(tx), sql: wakingNobody(db.sql), close: async () => undefined }),
  );
}

/** Reads see what the transaction has written so far. */
function readerOf(tx: Pick<Orm, "_">): Reader {
  return (text, params) => {
    const query = { sql: text, params: [...params] };
    return tx._.session.prepareQuery(query, undefined, undefined, false).execute() as never;
  };
}

/** What the story tells is history: no process is woken for it. */
function wakingNobody(sql: Sql): Sql {
  return new Proxy(sql, {
    get: (target, key) => (key === "notify" ? async () => undefined : Reflect.get(target, key)),
  });
}
