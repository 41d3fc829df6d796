import { createTestWorld, type World } from "@stsphera/core/testing";
import type { BotApi, Update } from "@stsphera/telegram";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startPolling } from "./polling.ts";

let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

/** A fake Telegram that returns one batch until it is confirmed. */
function telegram(batch: readonly Update[]) {
  const offsets: (number | undefined)[] = [];
  const call = async (
    _method: string,
    params: { offset?: number } = {},
    signal?: AbortSignal,
  ): Promise<unknown> => {
    offsets.push(params.offset);
    const waiting = batch.filter((update) => update.update_id >= (params.offset ?? 0));
    if (waiting.length > 0) return waiting;
    return new Promise((resolve) => {
      signal?.addEventListener("abort", () => resolve([]), { once: true });
    });
  };
  return { offsets, api: { call } as unknown as BotApi };
}

test("updates are confirmed to Telegram only after they were stored", async () => {
  const { api, offsets } = telegram([{ update_id: 41 }, { update_id: 42 }]);
  const warnings: string[] = [];
  const written: number[] = [];
  let tries = 0;
  const stop = startPolling({
    sql: world.db.sql,
    api,
    warn: (message) => warnings.push(message),
    receive: async (updates) => {
      tries += 1;
      if (tries === 1) throw new Error("the database is away");
      written.push(...updates.map((update) => update.update_id));
    },
  });
  await vi.waitFor(() => expect(offsets).toEqual([undefined, undefined, 43]), { timeout: 5_000 });
  await stop();
  expect(written).toEqual([41, 42]);
  expect(warnings).toEqual(["updates could not be fetched"]);
});

test("a second poller waits until the first has stopped", async () => {
  const first = telegram([]);
  const second = telegram([]);
  const common = { sql: world.db.sql, warn: () => undefined, receive: async () => undefined };
  const stopFirst = startPolling({ ...common, api: first.api });
  await vi.waitFor(() => expect(first.offsets).toHaveLength(1));
  const stopSecond = startPolling({ ...common, api: second.api });
  await vi.waitFor(async () => {
    const [row] = await world.db.sql<{ owner: string }[]>`select owner from chat_queues where chat_id = 0`;
    expect(row?.owner).toMatch(/^poller:/);
  });
  expect(second.offsets).toHaveLength(0);
  await stopFirst();
  await vi.waitFor(() => expect(second.offsets).toHaveLength(1), { timeout: 5_000 });
  await stopSecond();
});
