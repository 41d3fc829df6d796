export type KeyValue = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** The storage itself, or null where the browser keeps it shut: even reaching for it throws then. */
export function storageOf(open: () => Storage | undefined): Storage | null {
  try {
    const storage = open();
    storage?.getItem("stsphera");
    return storage ?? null;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** What a shut or full storage does not take lives until the app is closed. */
export function tolerant(storage: KeyValue | null): KeyValue {
  const memory = new Map<string, string>();
  return {
    getItem: (name) => memory.get(name) ?? storage?.getItem(name) ?? null,
    setItem: (name, value) => {
      try {
        if (storage === null) memory.set(name, value);
        else storage.setItem(name, value);
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
        memory.set(name, value);
        return;
      }
      if (storage !== null) memory.delete(name);
    },
    removeItem: (name) => {
      memory.delete(name);
      storage?.removeItem(name);
    },
  };
}

export const phoneStorage = storageOf(() => globalThis.localStorage);
/** What is kept on the phone, and what is kept for this tab. */
export const onPhone = tolerant(phoneStorage);
export const inTab = tolerant(storageOf(() => globalThis.sessionStorage));
