import type { Database } from "@stsphera/db";

/**
 * The database as a batch of events reads it: what is asked twice with the same parameters is read once, so that many
 * events of one thing cost one reading of it. For the time of one batch only.
 */
export function readsOfBatch(db: Database): Database {
  const asked = new Map<string, Promise<object[]>>();
  return {
    ...db,
    read: <R extends object>(text: string, params: readonly unknown[]) => {
      const key = JSON.stringify([text, params]);
      const known = asked.get(key);
      if (known !== undefined) return known as Promise<R[]>;
      const read = db.read<R>(text, params);
      asked.set(key, read);
      return read;
    },
  };
}
