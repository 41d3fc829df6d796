import type { PhotoStore } from "../photos/send-photos.ts";

export type MemoryStore = PhotoStore & { readonly kept: ReadonlyMap<string, { size: number; type: string }> };

/** A file store in memory. */
export function memoryStore(): MemoryStore {
  const kept = new Map<string, { size: number; type: string }>();
  const address = (key: string) => `http://store.invalid/${key}`;
  return {
    kept,
    ensureBucket: async () => undefined,
    put: async (key, bytes, type) => void kept.set(key, { size: bytes.byteLength, type }),
    head: async (key) => {
      const found = kept.get(key);
      return found === undefined ? null : { size: found.size, contentType: found.type };
    },
    presignGet: address,
    presignPut: (key, { contentType }) => ({ url: address(key), headers: { "content-type": contentType } }),
  };
}
