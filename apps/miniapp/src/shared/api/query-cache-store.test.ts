import { expect, test } from "vitest";
import { createCacheStore } from "./query-cache-store.ts";

function memory(limit = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    setItem: (key: string, value: string) => {
      const others = [...kept]
        .filter(([name]) => name !== key)
        .reduce((sum, [, text]) => sum + text.length, 0);
      if (others + value.length > limit) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, value);
    },
  };
}

test("an answer is read back, the newest of its key alone", () => {
  const store = createCacheStore(memory(), "1");
  store.keep({ key: ["dashboard"], data: { pct: "59" }, at: 1 });
  store.keep({ key: ["dashboard"], data: { pct: "60" }, at: 2 });
  expect(store.load()).toEqual([{ key: ["dashboard"], data: { pct: "60" }, at: 2 }]);
});

test("another person on the same phone sees nothing of it", () => {
  const storage = memory();
  createCacheStore(storage, "1").keep({ key: ["dashboard"], data: 1, at: 1 });
  expect(createCacheStore(storage, "2").load()).toEqual([]);
});

test("the oldest leave when there are many, or when the storage is full", () => {
  const many = createCacheStore(memory(), "1");
  for (let id = 0; id < 40; id += 1) many.keep({ key: ["object", id], data: id, at: id });
  expect(many.load()).toHaveLength(24);
  expect(many.load().at(-1)?.data).toBe(39);

  const small = createCacheStore(memory(400), "1");
  for (let id = 0; id < 10; id += 1) small.keep({ key: ["object", id], data: "x".repeat(60), at: id });
  expect(small.load().at(-1)?.key).toEqual(["object", 9]);
});
