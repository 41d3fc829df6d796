import type { KeyValue } from "../storage.ts";

export type Entry = { readonly key: readonly unknown[]; readonly data: unknown; readonly at: number };
type Listed = { readonly id: string; readonly size: number };

const PREFIX = "stsphera.read.";
const MAX_ENTRIES = 200;
/** In characters; browsers allow an origin about five million. */
const MAX_SIZE = 3_000_000;
const LONGEST_ENTRY = 400_000;

/** The last answers of one person, so that what was opened stays readable without a network. */
export type CacheStore = {
  find: (key: readonly unknown[]) => Entry | null;
  keep: (entry: Entry) => void;
  drop: (gone: (key: readonly unknown[]) => boolean) => void;
  clear: () => void;
};

const parsed = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T));

/** Keeps answers in `storage`; the oldest leave first, a full storage keeps what it has. */
export function createCacheStore(storage: KeyValue, person: string): CacheStore {
  const indexName = `${PREFIX}${person}`;
  const nameOf = (id: string) => `${indexName}.${id}`;
  /** Newest last. Another window may have written since, so it is read each time. */
  const readIndex = () => (parsed<(Listed | string)[]>(storage.getItem(indexName)) ?? []).map(asListed);
  const writeIndex = (listed: readonly Listed[]) => storage.setItem(indexName, JSON.stringify(listed));

  function without(listed: readonly Listed[], gone: (entry: Listed) => boolean): Listed[] {
    for (const entry of listed) if (gone(entry)) storage.removeItem(nameOf(entry.id));
    return listed.filter((entry) => !gone(entry));
  }

  /** Makes room for one more of `size`. */
  function room(listed: readonly Listed[], size: number): Listed[] {
    let kept = [...listed];
    const sizeOf = () => kept.reduce((sum, entry) => sum + entry.size, size);
    while (kept.length > 0 && (kept.length >= MAX_ENTRIES || sizeOf() > MAX_SIZE))
      kept = without(kept, (entry) => entry === kept[0]);
    return kept;
  }

  function put(listed: readonly Listed[], id: string, text: string): void {
    let kept = room(
      listed.filter((entry) => entry.id !== id),
      text.length,
    );
    for (;;) {
      try {
        storage.setItem(nameOf(id), text);
        writeIndex([...kept, { id, size: text.length }]);
        return;
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
        if (kept.length === 0) return;
        kept = without(kept, (entry) => entry === kept[0]);
      }
    }
  }

  const drop = (gone: (entry: Listed) => boolean) => {
    const listed = readIndex();
    const kept = without(listed, gone);
    if (kept.length < listed.length) writeIndex(kept);
  };

  return {
    find: (key) => parsed<Entry>(storage.getItem(nameOf(JSON.stringify(key)))),
    keep: (entry) => {
      const text = JSON.stringify(entry);
      if (text.length <= LONGEST_ENTRY) put(readIndex(), JSON.stringify(entry.key), text);
    },
    drop: (gone) => drop(({ id }) => gone(JSON.parse(id) as unknown[])),
    clear: () => drop(() => true),
  };
}

/** The first version of the app listed names alone. */
const asListed = (entry: Listed | string): Listed =>
  typeof entry === "string" ? { id: entry, size: 0 } : entry;
