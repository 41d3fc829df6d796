import { createAnchorStore, sealAudit, verifyAuditChain } from "@stsphera/core/maintenance";
import { listOpsRecords } from "@stsphera/core/operations";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openSite, type Site } from "./testing/site.ts";

const SOON = { timeout: 15_000, interval: 50 };

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.close());

test("a scheduler saves the head of the audit chain in the object store, and writes a heartbeat", async () => {
  const { db } = site.world;
  await site.world.createTestObject();
  while ((await sealAudit(db)) > 0);
  const { links } = await verifyAuditChain(db);
  expect(links).toBeGreaterThan(0);
  await site.start();
  const store = createAnchorStore(site.storage);
  await vi.waitFor(async () => expect((await store.read()).at(-1)?.position).toBe(links), SOON);
  expect(await verifyAuditChain(db, await store.read())).toMatchObject({ links, broken: null });
  await vi.waitFor(async () => {
    const beats = await listOpsRecords(db, "heartbeat", 5);
    expect(beats.map(({ at }) => at)).toEqual([site.world.now.toISOString()]);
  }, SOON);
});
