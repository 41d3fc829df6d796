type KeyValue = Pick<Storage, "getItem" | "setItem" | "removeItem">;
type Entry = { readonly key: readonly unknown[]; readonly data: unknown; readonly at: number };

const PREFIX = "stsphera.read.";
const MAX_ENTRIES = 24;
const LONGEST_ENTRY = 400_000;

/** The last answers of one person, newest last, so that what was opened stays readable without a network. */
export type CacheStore = { load: () => Entry[]; keep: (entry: Entry) => void };

/** Keeps answers in `storage`; the oldest leave first, a full or closed storage keeps what it has. */
export function createCacheStore(storage: KeyValue, person: string): CacheStore {
  const indexName = `${PREFIX}${person}`;
  const nameOf = (id: string) => `${indexName}.${id}`;
  const readIndex = (): string[] => JSON.parse(storage.getItem(indexName) ?? "[]") as string[];

  function dropOldest(ids: string[]): string[] {
    const [oldest, ...rest] = ids;
    if (oldest !== undefined) storage.removeItem(nameOf(oldest));
    return rest;
  }

  function put(ids: string[], id: string, text: string): void {
    let kept = ids.filter((known) => known !== id);
    while (kept.length >= MAX_ENTRIES) kept = dropOldest(kept);
    for (;;) {
      try {
        storage.setItem(nameOf(id), text);
        storage.setItem(indexName, JSON.stringify([...kept, id]));
        return;
      } catch (error) {
        if (!(error instanceof DOMException) || kept.length === 0) throw error;
        kept = dropOldest(kept);
      }
    }
  }

  return {
    load: () =>
      readIndex()
        .map((id) => storage.getItem(nameOf(id)))
        .filter((text) => text !== null)
        .map((text) => JSON.parse(text) as Entry),
    keep: (entry) => {
      const text = JSON.stringify(entry);
      if (text.length > LONGEST_ENTRY) return;
      put(readIndex(), JSON.stringify(entry.key), text);
    },
  };
}
