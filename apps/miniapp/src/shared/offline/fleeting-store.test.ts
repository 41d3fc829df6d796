import { expect, test } from "vitest";
import { withMemory } from "./fleeting-store.ts";
import type { QueueItem, QueueStore } from "./queue-item.ts";

const item = (key: string): QueueItem => ({
  key,
  person: "1",
  at: 0,
  method: "POST",
  path: "",
  body: {},
  describe: { thing: "act", title: "", line: "", href: null },
  files: [],
  filesAs: "",
  after: null,
  gives: null,
  state: "waiting",
});

test("a phone whose storage is shut holds the queue while the app is open, and says so", async () => {
  const store = withMemory(null);
  await store.add(item("a"));
  await store.replace({ ...item("a"), state: "refused", fleeting: true });
  expect(await store.list("1")).toMatchObject([{ key: "a", state: "refused", fleeting: true }]);
  expect(await store.list("2")).toEqual([]);
  await store.remove("a");
  expect(await store.list("1")).toEqual([]);
});

test("a full one keeps what it holds, what is new is held beside it", async () => {
  let lasting = [item("a")];
  const full: QueueStore = {
    list: async () => lasting,
    add: async () => {
      throw new DOMException("full", "QuotaExceededError");
    },
    replace: async () => undefined,
    remove: async () => {
      lasting = [];
    },
  };
  const store = withMemory(full);
  await store.add(item("b"));
  expect((await store.list("1")).map(({ key, fleeting }) => [key, fleeting])).toEqual([
    ["a", undefined],
    ["b", true],
  ]);
  await store.remove("a");
  expect((await store.list("1")).map(({ key }) => key)).toEqual(["b"]);
});
