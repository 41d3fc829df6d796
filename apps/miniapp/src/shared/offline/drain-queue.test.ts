import { describe, expect, test } from "vitest";
import { drainQueue } from "./drain-queue.ts";
import type { Outcome, QueueItem, QueueStore } from "./queue-item.ts";

function memoryStore(start: QueueItem[] = []): QueueStore & { items: () => QueueItem[] } {
  let items = [...start];
  return {
    items: () => items,
    list: async (person) => items.filter((item) => item.person === person),
    add: async (item) => void items.push(item),
    replace: async (item) => {
      items = items.map((known) => (known.key === item.key ? item : known));
    },
    remove: async (key) => {
      items = items.filter((item) => item.key !== key);
    },
  };
}

const fact = (key: string): QueueItem => ({
  key,
  person: "1",
  at: 0,
  method: "POST",
  path: "/api/objects/1/facts",
  body: {},
  describe: { thing: "fact", title: "", line: "", href: null },
  files: [],
  filesAs: "fileIds",
  after: null,
  gives: "fact.id",
  state: "waiting",
});
const file = { key: "f", objectId: 1, blob: new Blob(["x"]), name: "a.jpg", fileId: null };
const photo = (key: string, after: string): QueueItem => ({
  ...fact(key),
  path: "/api/facts/{after}/photos",
  describe: { thing: "photo", title: "", line: "", href: null },
  files: [file],
  after,
  gives: null,
});
const SENT: Outcome = { kind: "sent", given: null };
const refusal = { code: "conflict", message: "Этаж закрыт", requestId: "r1" };

describe("the queue", () => {
  test("goes out in the order of entering, each under its own key", async () => {
    const store = memoryStore([fact("a"), fact("b"), fact("c")]);
    const keys: string[] = [];
    await drainQueue(store, "1", async (item) => {
      keys.push(item.key);
      return SENT;
    });
    expect(keys).toEqual(["a", "b", "c"]);
    expect(store.items()).toEqual([]);
  });

  test("silence stops it and loses nothing; the next try goes on with the same key", async () => {
    const store = memoryStore([fact("a"), fact("b")]);
    const keys: string[] = [];
    const answers: Outcome[] = [SENT, { kind: "later", seconds: 15 }, SENT];
    const send = async (item: QueueItem) => {
      keys.push(item.key);
      return answers.shift() ?? SENT;
    };
    expect(await drainQueue(store, "1", send)).toMatchObject({ retryIn: 15 });
    expect(store.items().map((item) => item.key)).toEqual(["b"]);
    expect(await drainQueue(store, "1", send)).toMatchObject({ retryIn: null });
    expect(keys).toEqual(["a", "b", "b"]);
  });

  test("a refused one stays with its reason and does not hold the rest", async () => {
    const store = memoryStore([fact("a"), fact("b")]);
    const drained = await drainQueue(store, "1", async (item) =>
      item.key === "a" ? { kind: "refused", refusal } : SENT,
    );
    expect(drained.sent.map((item) => item.key)).toEqual(["b"]);
    expect(store.items()).toMatchObject([{ key: "a", state: "refused", refusal }]);
  });

  test("photos wait for their entry and get its number", async () => {
    const store = memoryStore([photo("p", "a"), fact("a")]);
    const seen: string[] = [];
    await drainQueue(store, "1", async (item) => {
      seen.push(item.path);
      return { kind: "sent", given: item.gives === null ? null : 77 };
    });
    expect(seen).toEqual(["/api/objects/1/facts", "/api/facts/77/photos"]);
  });

  test("photos of a refused entry stay with it", async () => {
    const store = memoryStore([fact("a"), photo("p", "a")]);
    await drainQueue(store, "1", async () => ({ kind: "refused", refusal }));
    expect(store.items().map((item) => [item.key, item.state])).toEqual([
      ["a", "refused"],
      ["p", "waiting"],
    ]);
  });

  test("another person's entries on this phone are not touched", async () => {
    const store = memoryStore([{ ...fact("a"), person: "2" }]);
    const drained = await drainQueue(store, "1", async () => SENT);
    expect(drained.sent).toEqual([]);
    expect(store.items()).toHaveLength(1);
  });
});
