import { openDB, type DBSchema } from "idb";
import type { QueueItem, QueueStore } from "./queue-item.ts";

type Schema = DBSchema & { items: { key: number; value: QueueItem; indexes: { key: string } } };

/** The queue in the phone's IndexedDB; the running number keeps the order of entering. */
export async function openQueueStore(): Promise<QueueStore> {
  const database = await openDB<Schema>("stsphera-queue", 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore("items", { autoIncrement: true }).createIndex("key", "key", { unique: true });
    },
  });
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
