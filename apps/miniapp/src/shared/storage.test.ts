import { expect, test } from "vitest";
import { storageOf, tolerant } from "./storage.ts";

const refuse = (name: string) => () => {
  throw new DOMException("no", name);
};

test("a storage that is shut works until the app is closed", () => {
  expect(storageOf(refuse("SecurityError"))).toBeNull();
  const storage = tolerant(null);
  storage.setItem("a", "1");
  expect(storage.getItem("a")).toBe("1");
  storage.removeItem("a");
  expect(storage.getItem("a")).toBeNull();
});

test("a full one keeps what it holds, the newer value leads", () => {
  const storage = tolerant({
    getItem: () => "old",
    setItem: refuse("QuotaExceededError"),
    removeItem: () => undefined,
  });
  expect(storage.getItem("a")).toBe("old");
  storage.setItem("a", "new");
  expect(storage.getItem("a")).toBe("new");
});
