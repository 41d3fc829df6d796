import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Store } from "./store.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stsphera-store-"));
  path = join(folder, "journal.jsonl");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the journal store", () => {
  it("restores every record after a process that was not closed", () => {
    const before = new Store(path);
    before.table<string>("names").set(1, "Белов");
    before.table<string>("names").set(2, "Жилин");
    before.table<string>("names").delete(1);
    expect(new Store(path).table<string>("names").values()).toEqual(["Жилин"]);
  });

  it("drops half a line at the end and keeps the rest", () => {
    const before = new Store(path);
    before.table<number>("sums").set("a", 1);
    appendFileSync(path, '[["sums","a",2],["sums"');
    const after = new Store(path);
    expect(after.table<number>("sums").get("a")).toBe(1);
    after.table<number>("sums").set("a", 3);
    expect(new Store(path).table<number>("sums").get("a")).toBe(3);
  });

  it("rolls back a failed transaction, on disk too", () => {
    const store = new Store(path);
    const sums = store.table<number>("sums");
    sums.set("a", 1);
    const before = readFileSync(path, "utf8");
    expect(() =>
      store.transaction(() => {
        sums.set("a", 2);
        sums.set("b", 2);
        throw new Error("halfway");
      }),
    ).toThrow("halfway");
    expect([sums.get("a"), sums.get("b")]).toEqual([1, undefined]);
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  it("tells listeners once for each transaction", () => {
    const store = new Store(path);
    const heard: number[] = [];
    store.onCommit((changes) => heard.push(changes.length));
    store.transaction(() => {
      store.table("t").set("a", 1);
      store.table("t").set("b", 2);
    });
    store.table("t").set("c", 3);
    expect(heard).toEqual([2, 1]);
  });
});
