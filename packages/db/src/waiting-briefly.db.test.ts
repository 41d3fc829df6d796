import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "./testing.ts";
import { waitingBriefly } from "./waiting-briefly.ts";

let database: TestDatabase;
let client: postgres.Sql;
let other: postgres.Sql;

beforeAll(async () => {
  database = await createTestDatabase();
  client = postgres(database.url, { max: 1, onnotice: () => undefined });
  other = postgres(database.url, { max: 1 });
  await client`create table busy (id int)`;
});
afterAll(async () => {
  await Promise.all([client.end(), other.end()]);
  await database.drop();
});

const hold = async () => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let held = (): void => undefined;
  const holding = new Promise<void>((resolve) => (held = resolve));
  const done = other.begin(async (tx) => {
    await tx`lock table busy in access share mode`;
    held();
    await released;
  });
  await holding;
  return { release, done };
};

test("a change lets requests pass while it waits, and is made when the table is free", async () => {
  const { release, done } = await hold();
  let tries = 0;
  const work = () => {
    tries += 1;
    if (tries === 3) release();
    return client`alter table busy add column name text`;
  };
  await waitingBriefly(client, work, { lockTimeout: "20ms", pause: 1 });
  await done;
  expect(tries).toBeGreaterThanOrEqual(3);
  const [kept] = await client<{ lock_timeout: string }[]>`show lock_timeout`;
  expect(kept?.lock_timeout).toBe("0");
});

test("it gives up with the reason, and another failure is not tried again", async () => {
  const { release, done } = await hold();
  const change = () => client`alter table busy add column other text`;
  await expect(waitingBriefly(client, change, { lockTimeout: "5ms", tries: 2, pause: 1 })).rejects.toThrow(
    "lock timeout",
  );
  release();
  await done;
  let tries = 0;
  const wrong = () => {
    tries += 1;
    return client`alter table absent add column name text`;
  };
  await expect(waitingBriefly(client, wrong)).rejects.toThrow("absent");
  expect(tries).toBe(1);
});
