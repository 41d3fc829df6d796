import { createDatabase, type Database } from "@stsphera/db";
import { createHealth } from "@stsphera/service";
import { createTestDatabase, type TestDatabase } from "@stsphera/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMetrics } from "./metrics.ts";
import { CONDITIONS, judge, NO_PROBES, readSystemState } from "@stsphera/core/watch";
import { readQueueAges, readQueueState } from "./queue-state.ts";
import { readSchedulerState, type SchedulerState } from "./scheduler-state.ts";

let database: TestDatabase;
let db: Database;
const NOW = new Date("2026-09-08T07:00:00.000Z");

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.url, { max: 2 });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const health = (readState: () => Promise<SchedulerState>, from = db) =>
  createHealth({
    isWorking: () => true,
    readState,
    ping: () => from.probe("select 1", []),
    readAges: readState,
    expose: createMetrics().expose,
    warn: () => undefined,
  });

test("queues are measured by size and age of the oldest", async () => {
  await db.sql`
    insert into outbox (command_id, type, entity_type, entity_id, payload, created_at, attempts) values
      (gen_random_uuid(), 'user.registered', 'user', 1, '{}', '2026-09-08T06:59:30Z', 0),
      (gen_random_uuid(), 'user.registered', 'user', 1, '{}', '2026-09-08T06:00:00Z', 5)`;
  await db.sql`
    insert into deliveries (dedupe_key, chat_id, method, params, priority, status, not_before, created_at) values
      ('a', 1, 'sendMessage', '{}', 2, 'queued', '-infinity', '2026-09-08T06:59:50Z'),
      ('b', 1, 'sendMessage', '{}', 2, 'failed', '-infinity', '2026-09-08T06:00:00Z')`;
  const [{ id = 0 } = {}] = await db.sql<{ id: number }[]>`
    insert into users (telegram_id, full_name, role, status, created_at)
    values (1, 'Максим Дёмин', 'supply', 'active', '2026-09-01T06:00:00Z') returning id`;
  await db.sql`
    insert into deliveries (dedupe_key, chat_id, user_id, method, params, priority, status, not_before, created_at, sent_at,
      anew, attempts) values
      ('c', 1, ${id}, 'sendMessage', '{}', 2, 'sent', '-infinity', '2026-09-08T06:00:00Z', '2026-09-08T06:00:01Z', true, 1),
      ('d', 1, ${id}, 'sendMessage', '{}', 2, 'sent', '-infinity', '2026-09-08T06:00:00Z', '2026-09-08T06:00:01Z', true, 2),
      ('e', 1, ${id}, 'sendMessage', '{}', 2, 'sent', '-infinity', '2026-09-08T06:00:00Z', '2026-09-08T06:00:01Z', false, 1),
      ('f', 1, ${id}, 'sendMessage', '{}', 2, 'sent', '-infinity', '2026-09-06T06:00:00Z', '2026-09-06T06:00:01Z', true, 9)`;
  await db.sql`
    insert into push_messages (user_id, reason, status, not_before, created_at) values
      (${id}, 'late', 'sent', ${NOW}, '2026-09-08T06:00:00Z'), (${id}, 'late', 'queued', ${NOW}, '2026-09-08T06:00:00Z'),
      (${id}, 'trial', 'sent', ${NOW}, '2026-09-08T06:00:00Z'), (${id}, 'late', 'failed', ${NOW}, '2026-09-06T06:00:00Z')`;
  const queues = await readQueueState(db, NOW, 5);
  expect(queues).toEqual({
    outbox: { waiting: 1, parked: 1, ageSeconds: 30 },
    deliveries: {
      byStatus: { queued: 1, sending: 0, failed: 1 },
      ageSeconds: 10,
      ofDay: { sent: 3, retried: 1, mostOfPerson: 2 },
    },
    files: { waiting: 0, ageSeconds: null },
    pushes: { queued: 1, sent: 1, failed: 0 },
  });
  const ages = await readQueueAges(db.probe, NOW, 5);
  expect(ages).toEqual({
    outbox: { ageSeconds: 30 },
    deliveries: { ageSeconds: 10 },
    files: { ageSeconds: null },
  });
  const state = () => readSchedulerState(db, NOW, async () => NO_PROBES);
  const answer = await health(state).request("/metrics");
  const text = await answer.text();
  expect(text).toContain('queue_age_seconds{queue="outbox"} 30');
  expect(text).toContain('deliveries{status="failed"} 1');
  expect(text).toContain("outbox_parked 1");
  expect(text).toContain('push_messages{status="sent"} 1');
});

test("ages are read by indexes, and nothing is counted", async () => {
  const statements: string[] = [];
  const watched = {
    ...db,
    read: ((text, params) => (statements.push(text), db.read(text, params))) as Database["read"],
  };
  await readQueueAges(watched.read, NOW, 5);
  expect(statements.join()).not.toMatch(/count\(|group by/);
  const plan = await db.sql.begin(async (tx) => {
    for (const way of ["seqscan", "bitmapscan", "sort"]) await tx.unsafe(`set local enable_${way} = off`);
    return tx.unsafe<{ "QUERY PLAN": string }[]>(
      `explain ${statements[0]?.replaceAll("$1", `'${NOW.toISOString()}'`).replaceAll("$2", "5")}`,
    );
  });
  const scans = plan
    .map((line) => line["QUERY PLAN"])
    .filter((line) => / on (outbox|deliveries|files)/.test(line));
  expect(scans, plan.map((line) => line["QUERY PLAN"]).join("\n")).toHaveLength(3);
  for (const scan of scans)
    expect(scan).toMatch(/Index Scan using (outbox_waiting|deliveries_queue|files_to_work)/);
});

test("is not ready without its database, and metrics show it", async () => {
  expect(
    (await health(() => readSchedulerState(db, NOW, async () => NO_PROBES)).request("/readyz")).status,
  ).toBe(200);
  const away = createDatabase("postgres://nobody:none@127.0.0.1:9/none", { max: 1 });
  const lost = health(() => readSchedulerState(away, NOW, async () => NO_PROBES), away);
  expect((await lost.request("/readyz")).status).toBe(503);
  expect(await (await lost.request("/metrics")).text()).toContain("database_up 0");
  await away.close();
});

test("a locked queue leaves its ages out of the readiness answer, which is given all the same", async () => {
  const locked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  const holding = db.sql.begin(async (tx) => {
    await tx`lock table deliveries in access exclusive mode`;
    locked.resolve();
    await answered.promise;
  });
  await locked.promise;
  const watched = {
    isWorking: () => true,
    ping: () => db.probe("select 1", []),
    readAges: () => readQueueAges(db.probe, NOW, 5),
  };
  const ages = createHealth({
    ...watched,
    readState: () => Promise.reject(new Error("not asked")),
    expose: createMetrics().expose,
    warn: () => undefined,
  });
  const answer = await ages.request("/readyz");
  answered.resolve();
  await holding;
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ ready: true, checks: { process: true, database: true } });
  expect(await (await ages.request("/readyz")).json()).toHaveProperty("outbox");
});

test("the installation is judged by what it recorded, and a figure that is unknown is absent", async () => {
  await db.sql`
    insert into ops_records (kind, at, ok, details) values
      ('backup', '2026-09-06T07:00:00Z', true, '{}'), ('backup', '2026-09-08T06:00:00Z', false, '{"error": "no space"}'),
      ('audit_check', '2026-09-08T06:00:00Z', true, '{}'),
      ('heartbeat', '2026-09-08T06:59:50Z', true, '{"lsn": "0/1"}')`;
  const disk = { freeBytes: 5, totalBytes: 100 };
  const system = await readSystemState(db, NOW, { store: "ok", disk, certificateDays: 40 });
  const states = Object.keys(CONDITIONS).map((name) => judge(name as keyof typeof CONDITIONS, system));
  const named = (state: string) => states.filter((one) => one.state === state).map(({ name }) => name);
  expect(named("bad")).toEqual([
    "events_parked",
    "messages_failed",
    "disk_short",
    "backup_old",
    "backup_failed",
    "drill_old",
  ]);
  expect(named("unknown")).toEqual([]);
  const text = async (probes: typeof NO_PROBES) =>
    (await health(() => readSchedulerState(db, NOW, async () => probes)).request("/metrics")).text();
  const seen = await text({ store: "ok", disk, certificateDays: 40 });
  for (const line of [
    "disk_free_ratio 0.05",
    "certificate_days 40",
    "backup_age_seconds 172800",
    "backup_ok 0",
  ])
    expect(seen).toContain(line);
  expect(await text(NO_PROBES)).not.toMatch(/^(certificate_days|disk_free_ratio|store_up) /m);
});
