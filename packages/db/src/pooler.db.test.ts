import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createDatabase } from "./client.ts";
import { migrate } from "./migrate.ts";
import { refuseSharedSessions } from "./refuse-shared-sessions.ts";
import { assertOwnSessions, SharedServerConnection } from "./session-check.ts";
import { createTestDatabase, type TestDatabase } from "./testing.ts";
import { type Pooler, startPooler } from "./testing/pooler.ts";

let database: TestDatabase;
let pooler: Pooler | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(() => pooler?.close());
afterAll(() => database.drop());

const check = (url: string) => ({ url, warn: vi.fn(), signal: new AbortController().signal });

test("the stand-in refuses startup parameters as PgBouncer does", async () => {
  pooler = await startPooler(database.url, "session");
  const sql = postgres(pooler.url, { max: 1, connection: { plan_cache_mode: "force_generic_plan" } });
  await expect(sql`select 1`).rejects.toThrow("unsupported startup parameter: plan_cache_mode");
  await sql.end({ timeout: 1 });
});

test("through a pooler in session mode both pools work, with their settings on every connection", async () => {
  pooler = await startPooler(database.url, "session");
  await assertOwnSessions(pooler.url);
  const db = createDatabase(pooler.url, { max: 3 });
  const settings = `select current_setting('plan_cache_mode') as plan, current_setting('random_page_cost') as cost`;
  const reads = await Promise.all(
    [1, 2, 3].map(() => db.read<object>(`${settings}, pg_sleep(0.05)::text`, [])),
  );
  expect(reads.map(([row]) => row)).toMatchObject(
    reads.map(() => ({ plan: "force_generic_plan", cost: "1.1" })),
  );
  expect(await db.orm.execute(settings)).toMatchObject([{ plan: "auto", cost: "1.1" }]);
  const heard = vi.fn();
  await db.sql.listen("news", heard);
  await db.sql.notify("news", "a");
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith("a"));
  await db.close();
});

test("a pooler that shares server connections is refused with a sentence, by services and by the migration", async () => {
  pooler = await startPooler(database.url, "transaction");
  const { url } = pooler;
  await expect(refuseSharedSessions(check(url))).rejects.toThrow(SharedServerConnection);
  await expect(migrate(url)).rejects.toThrow("Set pool_mode = session");
});

test("a database that is away is no reason to refuse; it is checked when it answers", async () => {
  const away = check("postgres://a:b@127.0.0.1:9/c");
  await refuseSharedSessions(away);
  expect(away.warn).toHaveBeenCalledOnce();
  const own = check(database.url);
  await refuseSharedSessions(own);
  expect(own.warn).not.toHaveBeenCalled();
});

test("a pooler without a free server fails the statement instead of letting it wait", async () => {
  const silent = await startPooler(database.url, "transaction");
  pooler = silent;
  const holder = postgres(silent.url, { max: 1 });
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const holding = holder.begin(async (tx) => {
    await tx`select 1`;
    begin();
    await held;
  });
  await begun;
  const late = postgres(silent.url, { max: 1, connect_timeout: 0.2, settings: { random_page_cost: "1.1" } });
  await expect(late`select 1`).rejects.toMatchObject({ code: "CONNECT_TIMEOUT" });
  release();
  await holding;
  await Promise.all([holder.end({ timeout: 1 }), late.end({ timeout: 1 })]);
});
