import { exportAudit } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import { thingsOn } from "@stsphera/core/testing/verbs";
import { createDatabase } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../app.ts";
import { ENDPOINTS } from "../routes/index.ts";
import { type RunningServer, startServer } from "../service/server.ts";
import { addressOf, type Ids, requiredQuery } from "../testing/addresses.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;
let object: TestObject;
let admin: UserActor;
/** One of each thing on the object, by the names that paths and queries use. */
let ids: Ids;
let counted: { server: RunningServer; statements: string[] };

/** Records the statements of the API; a read may use only `read`. */
function counting(api: TestApi, statements: string[]): TestApi["deps"] {
  const refuse = (what: string) => () => {
    throw new Error(`a read used ${what}`);
  };
  const { db } = api.world;
  const read: typeof db.read = (text, params) => {
    statements.push(text);
    return db.read(text, params);
  };
  const orm = new Proxy(db.orm, { get: refuse("drizzle") });
  const sql = new Proxy(db.sql, { get: refuse("the raw client"), apply: refuse("the raw client") });
  return { ...api.deps, db: { ...db, read, orm, sql } };
}

beforeAll(async () => {
  api = await openApi();
  object = await api.world.createTestObject();
  admin = await api.world.as("admin");
  const things = await thingsOn({ world: api.world, author: admin, objectId: object.id });
  const { key } = await exportAudit.run(api.world.ctx(admin), {});
  ids = {
    ...things,
    entity: "object",
    id: object.id,
    userId: admin.id,
    year: 2026,
    key,
    code: "nvf",
    template: "nvf",
    startOn: "2026-09-01",
  };
  const statements: string[] = [];
  const app = createApp(counting(api, statements));
  counted = { server: await startServer(app.fetch, { host: "127.0.0.1", port: 0 }), statements };
});
afterAll(async () => {
  await counted.server.stop();
  await api.close();
});

const reads = ENDPOINTS.filter(({ method, status }) => method === "get" && status !== 302);

async function statementsOfReads(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const endpoint of reads) {
    counted.statements.length = 0;
    const path = `${addressOf(endpoint, ids)}?${requiredQuery(endpoint, ids)}`;
    const response = await fetch(`http://127.0.0.1:${counted.server.port}${path}`, {
      headers: { authorization: `Bearer ${api.token(admin)}` },
    });
    expect(`${endpoint.path} ${response.status}`).toBe(`${endpoint.path} 200`);
    await response.arrayBuffer();
    found[endpoint.path] = counted.statements.length;
  }
  return found;
}

async function fill(): Promise<void> {
  const { sql } = api.world.db;
  await sql.unsafe(`
    insert into users (telegram_id, full_name, role, status, created_at)
      select 3000000 + n, 'Иван Рабочий', 'installer', 'active', now() from generate_series(1, 500) n;
    insert into crews (code, name, lead, size, object_id)
      select 'К-' || n, 'Бригада', 'Юсупов', 5, ${object.id} from generate_series(1, 500) n;
    insert into floors (object_id, code, sort)
      select ${object.id}, 'э' || n, 100 + n from generate_series(1, 500) n;
    insert into floor_volumes (object_id, facade_id, floor_id, work_type_id, plan_qty, updated_at)
      select ${object.id}, ${object.facadeId("Юг")}, f.id, w.id, 5, now()
      from floors f, work_types w where f.code like 'э%' and w.code = 'МОД';
    insert into notifications (user_id, key, type, category, priority, title, text, deep_link, created_at, updated_at)
      select ${admin.id}, 'n' || n, 'fact.day_card', 'facts', 'normal', 'Факт', 'Модули', 'o1', now(), now()
      from generate_series(1, 500) n;
    insert into daily_plan_fact (object_id, floor_volume_id, facade_id, work_type_id, date, shift, kind, status,
        quantity, author_id, created_at)
      select ${object.id}, v.id, v.facade_id, v.work_type_id, '2026-09-07', 'day', 'work', 'submitted', 1,
        ${admin.id}, now()
      from floor_volumes v where v.object_id = ${object.id} and v.fact_qty = 0 limit 500;
  `);
  for (let n = 0; n < 5; n++)
    await api.world.createTestObject({ passport: { name: `Объект ${n}` }, volumes: [] });
}

test("regression 38: a read takes at most three statements, the same for 1 and for 500 rows", async () => {
  const few = await statementsOfReads();
  await fill();
  const many = await statementsOfReads();
  expect(many).toEqual(few);
  for (const [path, statements] of Object.entries(many)) {
    expect(`${path}: ${statements <= 3 ? "3 or fewer" : statements}`).toBe(`${path}: 3 or fewer`);
  }
});

type Page = { items: { id: number }[]; nextCursor: string | null };

test("regression 38: every list has pages that contain each row once", async () => {
  const lists = reads.filter(({ query }) => query !== undefined && "cursor" in query.shape);
  expect(lists.length).toBeGreaterThanOrEqual(18);
  for (const endpoint of lists) {
    const path = addressOf(endpoint, ids);
    const page = async (query: string) => {
      const asked = `${path}?${query}&${requiredQuery(endpoint, ids)}`;
      const answer = await api.call("GET", asked, { as: admin });
      expect(`${path} ${answer.status}`).toBe(`${path} 200`);
      return answer.body as Page;
    };
    const whole = await page("limit=200");
    const first = await page("limit=2");
    const rest = first.nextCursor === null ? [] : (await page(`limit=2&cursor=${first.nextCursor}`)).items;
    const read = [...first.items, ...rest].map(({ id }) => id);
    expect(read, path).toEqual(whole.items.slice(0, 4).map(({ id }) => id));
    expect(first.items.length, path).toBeLessThanOrEqual(2);
  }
});

test("dashboards read with prepared statements", async () => {
  const { host, port, user, pass, database } = api.world.db.sql.options;
  const db = createDatabase(`postgres://${user}:${String(pass)}@${host[0]}:${port[0]}/${database}`, {
    max: 1,
  });
  const server = await startServer(createApp({ ...api.deps, db }).fetch, { host: "127.0.0.1", port: 0 });
  try {
    const headers = { authorization: `Bearer ${api.token(admin)}` };
    const asked: string[] = [];
    for (const path of [
      "/api/dashboard",
      `/api/objects/${object.id}/dashboard`,
      `/api/objects/${object.id}/facade-map`,
    ]) {
      const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { headers });
      expect(response.status).toBe(200);
      asked.push(path);
      await response.arrayBuffer();
    }
    counted.statements.length = 0;
    for (const path of asked) {
      await (await fetch(`http://127.0.0.1:${counted.server.port}${path}`, { headers })).arrayBuffer();
    }
    const prepared = await db.sql<{ statement: string }[]>`select statement from pg_prepared_statements`;
    const known = new Set(prepared.map(({ statement }) => statement));
    expect(counted.statements.length).toBeGreaterThanOrEqual(6);
    for (const statement of counted.statements) expect(known.has(statement), statement).toBe(true);
  } finally {
    await server.stop();
    await db.close();
  }
});
