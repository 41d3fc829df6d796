import { createDatabase, type Database } from "@stsphera/db";

export type Counting = {
  db: Database;
  /** Statements read since the last call. */
  taken(): string[];
  /** Statements that the read connection keeps prepared. */
  prepared(): Promise<string[]>;
};

const refused = (what: string) =>
  new Proxy(
    {},
    {
      get: () => {
        throw new Error(`a query reads with db.read alone, not with ${what}`);
      },
    },
  );

/** A database whose single connection records its reads; for queries only. */
export function countingDatabase(url: string): Counting {
  const real = createDatabase(url, { max: 1 });
  const texts: string[] = [];
  const db: Database = {
    orm: refused("drizzle") as Database["orm"],
    sql: refused("the raw client") as Database["sql"],
    read: (text, params) => {
      texts.push(text);
      return real.read(text, params);
    },
    probe: () => Promise.reject(new Error("a query reads with db.read alone")),
    close: () => real.close(),
  };
  return {
    db,
    taken: () => texts.splice(0),
    async prepared() {
      const rows = await real.sql.unsafe<{ statement: string }[]>(
        "select statement from pg_prepared_statements",
      );
      return rows.map((row) => row.statement);
    },
  };
}
