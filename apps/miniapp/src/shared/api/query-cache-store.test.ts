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
  expect(store.find(["dashboard"])).toEqual({ key: ["dashboard"], data: { pct: "60" }, at: 2 });
  expect(store.find(["object", 1])).toBeNull();
});

test("another person on the same phone sees nothing of it", () => {
  const storage = memory();
  createCacheStore(storage, "1").keep({ key: ["dashboard"], data: 1, at: 1 });
  expect(createCacheStore(storage, "2").find(["dashboard"])).toBeNull();
});

test("the oldest leave when there are many, when they are large, or when the storage is full", () => {
  const many = createCacheStore(memory(), "1");
  for (let id = 0; id < 210; id += 1) many.keep({ key: ["object", id], data: id, at: id });
  expect([many.find(["object", 9]), many.find(["object", 10])?.data]).toEqual([null, 10]);

  const large = createCacheStore(memory(), "1");
  for (let id = 0; id < 9; id += 1) large.keep({ key: ["object", id], data: "x".repeat(390_000), at: id });
  expect([large.find(["object", 1]), large.find(["object", 2])?.at]).toEqual([null, 2]);

  const small = createCacheStore(memory(400), "1");
  for (let id = 0; id < 10; id += 1) small.keep({ key: ["object", id], data: "x".repeat(60), at: id });
  expect(small.find(["object", 9])?.at).toBe(9);
});

test("a storage without any room keeps nothing and breaks nothing", () => {
  const store = createCacheStore(memory(10), "1");
  store.keep({ key: ["dashboard"], data: 1, at: 1 });
  expect(store.find(["dashboard"])).toBeNull();
});

test("what is no longer open to the reader leaves, and all of it with the session", () => {
  const storage = memory();
  const store = createCacheStore(storage, "1");
  for (const id of [1, 2, 3]) store.keep({ key: ["object", id], data: id, at: id });
  store.drop(([kind, id]) => kind === "object" && id === 2);
  expect([1, 2, 3].map((id) => store.find(["object", id])?.data)).toEqual([1, undefined, 3]);
  store.clear();
  expect([...storage.kept.values()]).toEqual(["[]"]);
});
