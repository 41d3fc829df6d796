import { ObjectNotFound } from "@stsphera/storage";
import { expect, test } from "vitest";
import { type AuditAnchor, createAnchorStore, pruneAnchors } from "./audit-anchors.ts";

const start = Date.parse("2026-09-01T00:00:00Z");
const anchorAt = (minute: number): AuditAnchor => ({
  position: minute + 1,
  hash: "ab".repeat(32),
  at: new Date(start + minute * 60_000).toISOString(),
});

test("anchors are thinned out by age; the newest and the last of each span stay", () => {
  const days = 30;
  const now = new Date(start + days * 86_400_000);
  let kept: AuditAnchor[] = [];
  for (let minute = 0; minute < days * 1440; minute += 20) {
    kept = pruneAnchors([...kept, anchorAt(minute)], new Date(start + minute * 60_000));
  }
  kept = pruneAnchors(kept, now);
  expect(kept.at(-1)).toEqual(anchorAt(days * 1440 - 20));
  expect(kept.length).toBeGreaterThan(7 * 24);
  expect(kept.length).toBeLessThan(7 * 24 + days + 60);
  const daily = kept.filter((one) => Date.parse(one.at) < now.getTime() - 8 * 86_400_000);
  expect(daily.map((one) => one.at.slice(0, 10))).toEqual([
    ...new Set(daily.map((one) => one.at.slice(0, 10))),
  ]);
});

test("anchors are read back as written, and an empty store has none", async () => {
  const objects = new Map<string, Uint8Array>();
  const store = createAnchorStore({
    get: async (key) => {
      const found = objects.get(key);
      if (found === undefined) throw new ObjectNotFound(key);
      return found;
    },
    put: async (key, bytes) => void objects.set(key, bytes),
  });
  expect(await store.read()).toEqual([]);
  await store.write([anchorAt(1), anchorAt(2)]);
  expect([...objects.keys()]).toEqual(["audit/anchor.json"]);
  expect(await store.read()).toEqual([anchorAt(1), anchorAt(2)]);
});

test("a tampered anchor file is an error, not an empty list", async () => {
  const store = createAnchorStore({
    get: async () => new TextEncoder().encode('{"anchors": [{"position": -1}]}'),
    put: async () => undefined,
  });
  await expect(store.read()).rejects.toThrow();
});
