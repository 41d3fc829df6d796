import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createDatabase, type Database, reconnectSeconds } from "./client.ts";
import { createTestDatabase } from "./testing.ts";

let cloned: Awaited<ReturnType<typeof createTestDatabase>>;
let between: Server;
let database: Database;
/** The database's URL through the proxy `between`. */
let through: string;
const sockets = new Set<Socket>();

/** Closes every connection without an error, as a server that shuts down does. */
const closeAll = (): void => {
  for (const socket of sockets) socket.end();
};

beforeEach(async () => {
  cloned = await createTestDatabase();
  const target = new URL(cloned.url);
  between = createServer((socket) => {
    const server = connect(Number(target.port), target.hostname);
    sockets.add(socket);
    socket.pipe(server);
    server.pipe(socket);
    for (const end of [socket, server]) end.on("error", () => socket.destroy());
    socket.on("close", () => {
      sockets.delete(socket);
      server.destroy();
    });
  });
  await new Promise<void>((resolve) => between.listen(0, "127.0.0.1", resolve));
  const address = new URL(cloned.url);
  address.port = String((between.address() as AddressInfo).port);
  through = address.href;
  database = createDatabase(through, { max: 1 });
});

afterEach(async () => {
  await database.close();
  between.close();
  await cloned.drop();
});

test("a statement on a just closed connection is rejected; process and pool keep working", async () => {
  const { promise: late, resolve: isLate } = Promise.withResolvers<unknown>();
  const transaction = database.sql.begin(async (tx) => {
    await tx`select 1`;
    closeAll();
    // The transaction itself is rejected once the client has noticed.
    await Promise.allSettled([transaction]);
    isLate(await tx`select 2`.catch((error: unknown) => error));
  });
  await expect(transaction).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
  expect(await late).toMatchObject({ code: "CONNECTION_CLOSED" });
  expect(await database.sql`select 3 as n`).toEqual([{ n: 3 }]);
});

test("what closes a connection during a statement fails that statement and no later one", async () => {
  const other = createDatabase(cloned.url, { max: 1 });
  const [own] = await database.sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const ended = expect(database.sql`select pg_sleep(60)`).rejects.toMatchObject({
    code: "CONNECTION_CLOSED",
  });
  await vi.waitFor(async () => {
    const [row] = await other.sql`select state from pg_stat_activity where pid = ${own?.pid ?? 0}`;
    expect(row).toMatchObject({ state: "active" });
  });
  await other.sql`select pg_terminate_backend(${own?.pid ?? 0})`;
  await ended;
  await other.close();
  expect(await database.sql`select 4 as n`).toEqual([{ n: 4 }]);
});

/** Resets every connection, as a crash does. */
const reset = (): void => {
  for (const socket of sockets) socket.resetAndDestroy();
};

describe.each([
  ["without an error", closeAll],
  ["with a reset", reset],
])("a transaction whose connection is closed %s", (_how, goAway) => {
  test("is rejected, its further statements are not sent, and the pool loses no connection", async () => {
    const pool = createDatabase(through, { max: 2 });
    const late: Promise<unknown>[] = [];
    for (let round = 0; round < 6; round += 1) {
      const { promise: told, resolve: isTold } = Promise.withResolvers<void>();
      const transaction = pool.orm.transaction(async (tx) => {
        await tx.execute(sql`select ${round}::int, 'one'`);
        goAway();
        const again = (n: number) => tx.execute(sql`select ${n}::int, ${"two".repeat(500)}::text`);
        late.push(Promise.allSettled([again(1), again(2)]));
        await told;
        late.push(Promise.allSettled([again(3)]));
      });
      await expect(transaction).rejects.toThrow();
      isTold();
      await expect
        .poll(() => pool.orm.execute(sql`select ${round}::int as n`).catch(() => []))
        .toEqual([{ n: round }]);
    }
    await Promise.all(late);
    const both = Array.from({ length: 2 }, () =>
      pool.orm.transaction(async (tx) => {
        await tx.execute(sql`select pg_sleep(0.05), ${1}::int`);
        return tx.execute(sql`select ${5}::int as n`);
      }),
    );
    expect(await Promise.all(both)).toEqual([[{ n: 5 }], [{ n: 5 }]]);
    await pool.close();
  });
});

test("a connection is retried within a second, however long the database was unavailable", () => {
  const pauses = Array.from({ length: 60 }, (_, retries) => reconnectSeconds(retries));
  expect(Math.max(...pauses)).toBeLessThanOrEqual(1);
  expect(Math.min(...pauses)).toBeGreaterThan(0);
});
