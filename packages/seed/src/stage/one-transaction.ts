import type { Database, Orm, Reader, Sql } from "@stsphera/db";

/**
 * Runs the whole story in one transaction, so that no half of it is visible. The verbs inside run unchanged, with
 * savepoints as their transactions.
 */
export function inOneTransaction<R>(db: Database, work: (inner: Database) => Promise<R>): Promise<R> {
  return db.orm.transaction((tx) =>
    work({
      orm: tx,
      read: readerOf(tx),
      sql: wakingNobody(db.sql),
      probe: db.probe,
      close: async () => undefined,
    }),
  );
}

/** Reads see what the transaction has written so far. */
function readerOf(tx: Pick<Orm, "_">): Reader {
  return (text, params) => {
    const query = { sql: text, params: [...params] };
    return tx._.session.prepareQuery(query, undefined, undefined, false).execute() as never;
  };
}

/** Seeded events are history, so no process is woken. */
function wakingNobody(sql: Sql): Sql {
  return new Proxy(sql, {
    get: (target, key) => (key === "notify" ? async () => undefined : Reflect.get(target, key)),
  });
}
