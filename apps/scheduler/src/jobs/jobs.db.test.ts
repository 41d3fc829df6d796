import { createTestWorld, type World } from "@stsphera/core/testing";
import { anchorAudit, type AuditAnchor, sealAudit } from "@stsphera/core/maintenance";
import { createDatabase } from "@stsphera/db";
import { APPLICATION_ROLE } from "@stsphera/db/application-role";
import { createLogger } from "@stsphera/service";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { z } from "zod";
import { checkConsistency } from "./check-consistency.ts";
import { cleanUp } from "./clean-up.ts";
import { defineJob } from "./define-job.ts";
import { expireDelegations } from "./expire-delegations.ts";
import { JOBS } from "./index.ts";
import { runJobs } from "./run-jobs.ts";

let world: World;
const warnings: string[] = [];
let kept: AuditAnchor[] = [];
const anchors = {
  read: async () => kept,
  write: async (all: readonly AuditAnchor[]) => void (kept = [...all]),
};

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

async function databaseUrl(): Promise<URL> {
  const [row] = await world.db.read<{ name: string }>("select current_database() as name", []);
  const url = new URL(inject("testDatabase").serverUrl);
  url.pathname = `/${row?.name}`;
  return url;
}

const deps = () => ({
  db: world.db,
  now: () => world.now,
  warn: (message: string, error: unknown) => warnings.push(`${message}: ${String(error)}`),
  anchors,
  store: { list: async function* () {}, delete: () => Promise.resolve() },
});

test("delegations whose last day is over are ended, in the name of the job", async () => {
  const { sql } = world.db;
  const [one, two] = [await world.as("construction_itr"), await world.as("geodesist")];
  await sql`insert into delegations (principal_id, deputy_id, from_day, to_day, created_by, created_at)
    values (${one.id}, ${two.id}, '2026-09-01', '2026-09-07', ${one.id}, ${world.now}),
      (${one.id}, ${two.id}, '2026-09-08', '2026-09-08', ${one.id}, ${world.now})`;
  expect(await expireDelegations(deps())).toEqual({ expired: 1 });
  expect(await expireDelegations(deps())).toEqual({ expired: 0 });
  const rows = await sql`select actor_job as job from audit_log where action = 'delegation.expire'`;
  expect([...rows]).toEqual([{ job: "delegations" }]);
});

test("old technical rows are deleted, newer ones stay", async () => {
  const { sql } = world.db;
  const { id } = await world.as("admin");
  const age = (days: number) => new Date(world.now.getTime() - days * 86_400_000);
  await sql`insert into idempotency_keys (actor_id, verb, key, input_hash, created_at)
    values (${id}, 'fact.enter', 'old', 'h', ${age(15)}), (${id}, 'fact.enter', 'new', 'h', ${age(13)})`;
  await sql`insert into bot_updates (update_id, chat_id, payload, received_at, done_at)
    values (1, 1, '{}', ${age(9)}, ${age(8)}), (2, 1, '{}', ${age(9)}, ${age(6)}), (3, 1, '{}', ${age(30)}, null)`;
  await sql`insert into refresh_tokens (family, user_id, token_hash, issued_at, expires_at)
    values (gen_random_uuid(), ${id}, 'a', ${age(40)}, ${age(10)}),
      (gen_random_uuid(), ${id}, 'b', ${age(4)}, ${age(-10)})`;
  await sql`insert into deliveries (dedupe_key, chat_id, method, params, priority, status, not_before, created_at)
    values ('a', 1, 'sendMessage', '{}', 2, 'sent', ${age(31)}, ${age(31)}),
      ('b', 1, 'sendMessage', '{}', 2, 'queued', ${age(31)}, ${age(31)})`;
  await sql`insert into ops_records (kind, at, ok, details)
    values ('heartbeat', ${age(8)}, true, '{"lsn": "0/1"}'), ('heartbeat', ${age(6)}, true, '{"lsn": "0/2"}'),
      ('backup', ${age(400)}, true, '{}')`;
  await sql`insert into outbox (command_id, type, entity_type, entity_id, payload, created_at, relayed_at, attempts)
    values (gen_random_uuid(), 'user.registered', 'user', 1, '{}', ${age(31)}, ${age(31)}, 0),
      (gen_random_uuid(), 'user.registered', 'user', 1, '{}', ${age(400)}, null, 5)`;
  await sql`insert into alerts (name, kind, at)
    values ('disk_short', 'begins', ${age(366)}), ('disk_short', 'ends', ${age(364)})`;
  await sql`insert into alert_sendings (alert_id, way, next_attempt_at)
    select id, 'mail', at from alerts`;
  await sql`insert into schedule_claims (job, slot, at) values ('a', 'old', ${age(31)}), ('a', 'new', ${age(29)})`;
  await sql`insert into message_folds (user_id, started_at, notification_ids)
    values (${id}, ${age(31)}, '{1}'), (${id}, ${age(29)}, '{1}')`;
  const notify = (key: string, days: number) => sql`
    insert into notifications (user_id, key, type, category, priority, title, text, deep_link, created_at, updated_at)
    values (${id}, ${key}, 'task.created', 'tasks', 'normal', 'a', 'a', 'a', ${age(500)}, ${age(days)})`;
  await notify("old", 366);
  await notify("renewed", 364);
  await sql`insert into chat_cards (chat_id, card_key, message_id, updated_at)
    values (1, 'old', 1, ${age(181)}), (1, 'new', 1, ${age(179)})`;
  const { id: objectId } = await world.createTestObject();
  const [link] = await sql<{ id: number }[]>`
    insert into object_chats (object_id, chat_id, title, locale, linked_by, linked_at)
    values (${objectId}, -1001, 'a', 'ru', ${id}, ${age(400)}) returning id`;
  await sql`insert into chat_codes (object_id, made_by, code_hash, created_at, expires_at)
    values (${objectId}, ${id}, 'old', ${age(61)}, ${age(61)}), (${objectId}, ${id}, 'new', ${age(61)}, ${age(59)})`;
  await sql`insert into chat_copies (link_id, key, kind, line, at)
    values (${link?.id ?? 0}, 'old', 'a', 'a', ${age(1.1)}), (${link?.id ?? 0}, 'new', 'a', 'a', ${age(0.9)})`;
  const [used, unused] = await sql<{ id: number }[]>`
    insert into files (object_id, purpose, source, status, name, storage_key, uploaded_by, created_at)
    select ${objectId}, 'photo', 'upload', 'failed', 'a', 'old ' || n, ${id}, ${age(91)} from generate_series(1, 2) n
    returning id`;
  await sql`insert into attachments (entity_type, entity_id, file_id, role, created_by, created_at)
    values ('task', 1, ${used?.id ?? 0}, 'photo', ${id}, ${age(91)})`;
  expect(await cleanUp(deps())).toEqual({
    alerts: 1,
    bot_updates: 1,
    chat_cards: 1,
    chat_codes: 1,
    chat_copies: 1,
    deliveries: 1,
    files: 1,
    gpr_steps: 0,
    idempotency_keys: 1,
    message_folds: 1,
    notifications: 1,
    ops_records: 1,
    outbox: 1,
    push_messages: 0,
    refresh_tokens: 1,
    schedule_claims: 1,
    sessions: 0,
    sign_in_links: 0,
    webauthn_challenges: 0,
  });
  expect([...(await sql`select id from files where storage_key like 'old %'`)]).toEqual([{ id: used?.id }]);
  expect(unused).toBeDefined();
  expect([...(await sql`select key from chat_copies`)]).toEqual([{ key: "new" }]);
  expect([...(await sql`select code_hash as hash from chat_codes`)]).toEqual([{ hash: "new" }]);
  expect(await world.db.read("select update_id::int as id from bot_updates order by 1", [])).toEqual([
    { id: 2 },
    { id: 3 },
  ]);
});

test("cleaning up needs only the application's rights", async () => {
  const url = await databaseUrl();
  url.searchParams.set("role", APPLICATION_ROLE);
  const db = createDatabase(url.href, { max: 1 });
  const [row] = await db.read<{ role: string }>("select current_user as role", []);
  expect(row).toEqual({ role: APPLICATION_ROLE });
  expect(await cleanUp({ db, now: () => world.now })).toMatchObject({ idempotency_keys: 0, deliveries: 0 });
  await db.close();
});

test("the nightly check reports each differing sum, and seals the remaining audit rows", async () => {
  const object = await world.createTestObject();
  await sealAudit(world.db);
  await anchorAudit(world.db, anchors, world.now);
  expect(await checkConsistency(deps())).toMatchObject({ differences: 0, broken: null, unsealed: 0 });
  const cell = object.cell("Юг", "1", "МОД");
  await world.db.sql`update floor_volumes set fact_qty = 5 where id = ${cell}`;
  expect(await checkConsistency(deps())).toMatchObject({ differences: 1 });
  expect(warnings).toEqual([
    `a derived number differs from the ledger: Error: object ${object.id}: cell ${cell} is 5.000, the ledger says 0`,
  ]);
});

test("the nightly check reports where the audit log was truncated, and when there is no anchor", async () => {
  const { sql } = world.db;
  const last = kept.at(-1)?.position ?? 0;
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`with cut as (delete from audit_chain where position >= ${last - 1} returning audit_id)
      delete from audit_log where id in (select audit_id from cut)`;
  });
  warnings.length = 0;
  expect(await checkConsistency(deps())).toMatchObject({ links: last - 2, broken: last - 1, unsealed: 0 });
  expect(warnings.at(-1)).toBe(
    `the audit log was changed: Error: its chain breaks at position ${last - 1}: cut_off`,
  );
  kept = [];
  expect(await checkConsistency(deps())).toMatchObject({ broken: null });
  expect(warnings.at(-1)).toBe("nothing outside vouches for the audit log: Error: no anchor is kept");
});

test("runners know the schedule, and one of two runs the job", async () => {
  let runs = 0;
  const work = async () => ({ run: (runs += 1) });
  const yearly = defineJob({
    name: "yearly",
    cron: "0 0 1 1 *",
    timeZone: "Europe/Moscow",
    payload: z.object({}).nullish(),
    permissions: [],
    work,
  });
  const log = createLogger({ service: "scheduler", level: "silent", secrets: [] });
  const options = { databaseUrl: (await databaseUrl()).href, jobs: [...JOBS, yearly], deps: deps(), log };
  const former = { ...yearly, name: "of-a-former-release" };
  await (await runJobs({ ...options, jobs: [former] })).stop();
  const runners = [await runJobs(options), await runJobs(options)];
  const schedules = await world.db.read<{ name: string; timezone: string }>(
    "select name, timezone from pgboss.schedule order by name",
    [],
  );
  expect(schedules).toEqual([
    { name: "clean-up", timezone: "Europe/Moscow" },
    { name: "consistency", timezone: "Europe/Moscow" },
    { name: "uploads", timezone: "Europe/Moscow" },
    { name: "yearly", timezone: "Europe/Moscow" },
  ]);
  await runners[0]?.runNow("yearly");
  await vi.waitFor(() => expect(runs).toBe(1), { timeout: 15_000, interval: 100 });
  await Promise.all(runners.map((runner) => runner.stop()));
  expect(runs).toBe(1);
});
