import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate } from "../migrate.ts";
import { createTestDatabase, type TestDatabase } from "../testing.ts";
import { LEDGER_STATUS } from "./index.ts";

const login = { user: `app_${randomBytes(4).toString("hex")}`, password: randomBytes(12).toString("hex") };
let database: TestDatabase;
let owner: postgres.Sql;
let app: postgres.Sql;

function connect(password = login.password): postgres.Sql {
  const url = new URL(database.url);
  url.username = login.user;
  url.password = password;
  return postgres(url.href, { max: 1, onnotice: () => undefined });
}

async function stateOf(statement: Promise<unknown>): Promise<unknown> {
  return statement.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
}

const dump = (table: string) => owner.unsafe(`select md5(string_agg(t::text, ',')) as sum from ${table} t`);

beforeAll(async () => {
  database = await createTestDatabase();
  owner = postgres(database.url, { max: 1, onnotice: () => undefined });
  await owner`insert into audit_log (command_id, action, entity_type, entity_id, request_id, at)
    values (gen_random_uuid(), 'fact.enter', 'fact', 1, 'r', '2026-09-08T07:00:00Z')`;
  await owner`insert into audit_chain (position, audit_id, hash) select 1, id, 'h' from audit_log`;
  // A valid ledger row would need a whole object; privileges are checked before triggers and foreign keys.
  await owner`set session_replication_role = replica`;
  await owner`insert into daily_plan_fact (object_id, floor_volume_id, facade_id, work_type_id, date, shift, kind,
      status, quantity, author_id, created_at)
    values (1, 1, 1, 1, '2026-09-08', 'day', 'work', 'submitted', 5, 1, '2026-09-08T07:00:00Z')`;
  await owner`reset session_replication_role`;
  await migrate(database.url, { login });
  app = connect();
});
afterAll(async () => {
  await app.end();
  await owner.unsafe(`drop owned by ${login.user}; drop role ${login.user}`);
  await owner.end();
  await database.drop();
});

describe("the application's login cannot change append-only tables", () => {
  const changes = {
    audit_log: "update audit_log set reason = 'x'",
    audit_chain: "update audit_chain set hash = 'x'",
    daily_plan_fact: "update daily_plan_fact set quantity = 6",
  };
  for (const [table, update] of Object.entries(changes)) {
    test.each([update, `delete from ${table}`, `truncate ${table} cascade`])("%s", async (statement) => {
      const before = await dump(table);
      expect(await stateOf(app.unsafe(statement))).toBe("42501");
      expect(await dump(table)).toEqual(before);
    });
  }

  test("nor by becoming the owner, switching triggers off, or dropping them", async () => {
    for (const statement of [
      "set role stsphera",
      "set session_replication_role = replica",
      "alter table audit_log disable trigger all",
      "drop trigger audit_log_append_only on audit_log",
      "create table public.mine (id int)",
    ]) {
      expect(await stateOf(app.unsafe(statement)), statement).toMatch(/^(42501|22023)$/);
    }
  });
});

test("of a ledger entry it may update only decision and reason", async () => {
  const columns = await owner<{ name: string; writable: boolean }[]>`
    select attname as name, has_column_privilege(${login.user}, attrelid, attnum, 'update') as writable
    from pg_attribute where attrelid = 'daily_plan_fact'::regclass and attnum > 0 and not attisdropped`;
  const writable = columns.filter((column) => column.writable).map((column) => column.name);
  expect(writable.toSorted()).toEqual([...LEDGER_STATUS].toSorted());
  expect(await stateOf(app`update daily_plan_fact set status = 'confirmed', version = version + 1`)).toBe(
    "done",
  );
});

test("objects it creates belong to the role, so that another login can use them", async () => {
  await app`create table pgboss.mine (id int)`;
  const [row] = await owner<{ owner: string }[]>`
    select relowner::regrole::text as owner from pg_class where oid = 'pgboss.mine'::regclass`;
  expect(row).toEqual({ owner: "stsphera_app" });
  await app`drop table pgboss.mine`;
});

test("objects an owner created in the jobs' schema are handed over by the next migration", async () => {
  await owner`create table pgboss.left_behind (id int)`;
  expect(await stateOf(app`alter table pgboss.left_behind add more int`)).toBe("42501");
  await migrate(database.url);
  expect(await stateOf(app`alter table pgboss.left_behind add more int`)).toBe("done");
});

test("a table of a later migration can be read, and only read, before its privileges are granted", async () => {
  await owner`create table later (id int)`;
  expect(await stateOf(app`select from later`)).toBe("done");
  expect(await stateOf(app`insert into later values (1)`)).toBe("42501");
  await migrate(database.url);
  expect(await stateOf(app`insert into later values (1)`)).toBe("done");
});

test("a new password replaces the old one", async () => {
  const password = randomBytes(12).toString("hex");
  await migrate(database.url, { login: { ...login, password } });
  const outdated = connect();
  const present = connect(password);
  expect(await stateOf(outdated`select 1`)).toBe("28P01");
  expect(await stateOf(present`select 1`)).toBe("done");
  await Promise.all([outdated.end(), present.end()]);
});

test("a superuser is not accepted as the application's login", async () => {
  const user = new URL(database.url).username;
  await expect(migrate(database.url, { login: { user, password: "any" } })).rejects.toThrow("superuser");
});

test("an owner who is not a superuser can migrate and restrict the services too", async () => {
  const name = `own_${randomBytes(4).toString("hex")}`;
  await owner.unsafe(`create role ${name} login createrole password 'p';
    grant stsphera_app to ${name} with admin option;`);
  await owner.unsafe(`create database ${name} owner ${name}`);
  const url = new URL(database.url);
  url.username = name;
  url.password = "p";
  url.pathname = `/${name}`;
  const services = { user: `${name}_service`, password: "q" };
  try {
    expect(await migrate(url.href, { login: services })).toEqual({ confined: true });
    url.username = services.user;
    url.password = services.password;
    const service = postgres(url.href, { max: 1 });
    expect(await stateOf(service`create table pgboss.mine (id int)`)).toBe("done");
    expect(await stateOf(service`delete from audit_log`)).toBe("42501");
    await service.end();
  } finally {
    await owner.unsafe(`drop database ${name} with (force)`);
    await owner.unsafe(`drop role ${services.user}; drop role ${name}`);
  }
});
