import type { QueueItem, QueueStore } from "./queue-item.ts";

/** Holds what a shut (`null`) or full store does not take, and marks it, so that the person is told to stay. */
export function withMemory(store: QueueStore | null): QueueStore {
  let held: QueueItem[] = [];
  const holds = (key: string) => held.some((item) => item.key === key);
  return {
    list: async (person) => {
      const lasting = store === null ? [] : await store.list(person);
      return [...lasting, ...held.filter((item) => item.person === person)];
    },
    add: async (item) => {
      try {
        if (store !== null) return await store.add(item);
      } catch (error) {
        if (!(error instanceof DOMException) || error.name === "ConstraintError") throw error;
      }
      held = [...held, { ...item, fleeting: true }];
      return undefined;
    },
    replace: async (item) => {
      if (holds(item.key)) held = held.map((known) => (known.key === item.key ? item : known));
      else await store?.replace(item);
    },
    remove: async (key) => {
      if (holds(key)) held = held.filter((item) => item.key !== key);
      else await store?.remove(key);
    },
  };
}
