import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { withMemory } from "./fleeting-store.ts";
import { fromFirstVersion, type FirstItem } from "./first-version.ts";
import type { QueueItem, QueueStore } from "./queue-item.ts";

type Schema = DBSchema & {
  items: { key: number; value: QueueItem; indexes: { key: string } };
};

async function openDatabase(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>("stsphera-queue", 2, {
    upgrade: async (database, before, _now, transaction) => {
      if (before === 0) {
        database
          .createObjectStore("items", { autoIncrement: true })
          .createIndex("key", "key", { unique: true });
        return;
      }
      let cursor = await transaction.objectStore("items").openCursor();
      while (cursor) {
        await cursor.update(fromFirstVersion(cursor.value as unknown as FirstItem));
        cursor = await cursor.continue();
      }
    },
    // Another window with a newer app must not wait for this one.
    blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
  });
}

function inDatabase(database: IDBPDatabase<Schema>): QueueStore {
  const placeOf = (key: string) => database.getKeyFromIndex("items", "key", key);
  return {
    list: async (person) => (await database.getAll("items")).filter((item) => item.person === person),
    add: async (item) => {
      await database.add("items", item);
    },
    replace: async (item) => {
      const place = await placeOf(item.key);
      if (place !== undefined) await database.put("items", item, place);
    },
    remove: async (key) => {
      const place = await placeOf(key);
      if (place !== undefined) await database.delete("items", place);
    },
  };
}

/** The queue in the phone's IndexedDB, in the order of entering; what that does not take is held by the open app. */
export async function openQueueStore(): Promise<QueueStore> {
  try {
    return withMemory(inDatabase(await openDatabase()));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return withMemory(null);
  }
}
