import { EXPORTED_TABLES } from "@stsphera/core";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;
let person: UserActor;
let admin: UserActor;
beforeAll(async () => {
  api = await openApi();
  admin = await api.world.as("admin");
});
afterAll(() => api.close());
beforeEach(async () => {
  person = await api.world.createUser({ fullName: "Зоя Выгружаемая" });
});

type Data = { userId: number; tables: Record<string, Record<string, unknown>[]> };

async function take(path: string, as: UserActor): Promise<string> {
  const made = await api.call("POST", path, { as, body: {} });
  expect(made.status).toBe(201);
  return `/api/data-exports/${(made.body as { key: string }).key}/file`;
}
const own = (as: UserActor) => take("/api/me/data-exports", as);

test("a person takes out one JSON file with every table, and nobody else's rows", async () => {
  const { sql } = api.world.db;
  const other = await api.world.createUser({ fullName: "Чужая Строка" });
  for (const { id } of [person, other]) {
    await sql`insert into notifications (user_id, key, type, category, priority, title, text, deep_link, created_at, updated_at)
      select ${id}::int, 'n' || n, 'fact.day_card', 'facts', 'normal', 'Вам', ${`строка ${id}`}, 'o1', ${api.world.now}, ${api.world.now}
      from generate_series(1, 1203) n`;
  }
  await sql`insert into refresh_tokens (family, user_id, token_hash, issued_at, expires_at)
    values (gen_random_uuid(), ${person.id}, 'secret-hash', ${api.world.now}, ${api.world.now})`;
  const file = await api.call("GET", await own(person), { as: person });
  expect(file.status).toBe(200);
  expect(file.headers.get("content-disposition")).toContain(encodeURIComponent("Персональные данные"));
  const text = typeof file.body === "string" ? file.body : JSON.stringify(file.body);
  const { userId, tables } = JSON.parse(text) as Data;
  expect(userId).toBe(person.id);
  expect(Object.keys(tables)).toEqual(EXPORTED_TABLES);
  expect(tables["users"]).toMatchObject([{ id: person.id, full_name: "Зоя Выгружаемая" }]);
  expect(tables["notifications"]).toHaveLength(1203);
  expect(tables["audit_log"]?.map(({ action }) => action)).toContain("me.export_data");
  expect(text).not.toContain(`строка ${other.id}`);
  expect(text).not.toContain("secret-hash");
});

test("who has left an object takes out its rows without words that others go on changing", async () => {
  const { world } = api;
  const here = await world.createTestObject({ team: ["project_manager"], volumes: [] });
  const manager = await world.as("project_manager");
  const insert = (status: string) => world.db.sql`
    insert into tasks (object_id, title, text, status, priority, creator_id, assignee_id, created_at, status_since)
    values (${here.id}, ${`Секрет ${status}`}, 'изменено потом', ${status}, 'normal', ${manager.id}, ${person.id},
      ${world.now}, ${world.now})`;
  await insert("assigned");
  await world.db.sql`
    insert into object_roles (object_id, user_id, role, since)
    values (${here.id}, ${person.id}, 'installer', ${world.now})`;
  const taken = async (as: UserActor, path: string) => {
    const { body } = await api.call("GET", path, { as });
    return (body as Data).tables["tasks"] ?? [];
  };
  expect(await taken(person, await own(person))).toMatchObject([
    { title: "Секрет assigned", object_id: here.id },
  ]);
  await world.db.sql`delete from object_roles where user_id = ${person.id}`;
  const [row] = await taken(person, await own(person));
  expect(row).toMatchObject({ object_id: here.id, assignee_id: person.id });
  expect(
    Object.keys(row ?? {}).filter((column) => ["title", "text", "blocked_reason"].includes(column)),
  ).toEqual([]);
  const forAdmin = await taken(admin, await take(`/api/users/${person.id}/data-exports`, admin));
  expect(forAdmin).toMatchObject([{ title: "Секрет assigned" }]);
});

test("the administrator takes out a person's data; the log says so", async () => {
  const path = await take(`/api/users/${person.id}/data-exports`, admin);
  const { body } = await api.call("GET", path, { as: admin });
  expect((body as Data).tables["users"]).toMatchObject([{ id: person.id }]);
  const log = await api.call("GET", `/api/audit/log?kind=user&id=${person.id}`, { as: admin });
  expect(log.body).toMatchObject({ items: [{ what: "Выгружены данные человека", actor: { id: admin.id } }] });
});

test("the file is refused to others, without a token, after its time, and to who may no longer", async () => {
  const path = await take(`/api/users/${person.id}/data-exports`, admin);
  expect((await api.call("GET", path)).status).toBe(401);
  expect((await api.call("GET", path, { as: person })).status).toBe(404);
  expect((await api.call("GET", "/api/data-exports/strange/file", { as: admin })).status).toBe(404);
  const before = await api.world.traces();
  for (const as of [person, await api.world.as("director")]) {
    const asked = { as, body: {} };
    expect((await api.call("POST", `/api/users/${admin.id}/data-exports`, asked)).status).toBe(403);
  }
  expect((await api.call("POST", "/api/users/999999/data-exports", { as: admin, body: {} })).status).toBe(
    404,
  );
  expect(await api.world.traces()).toEqual(before);
  const second = await api.world.createUser({ role: "admin", fullName: "Бывший Админ" });
  const theirs = await take(`/api/users/${person.id}/data-exports`, second);
  await api.world.db.sql`update users set role = 'pto' where id = ${second.id}`;
  expect((await api.call("GET", theirs, { as: second })).status).toBe(403);
});

test("a person reads their agreement and asks for erasure once a day; access stays until it is answered", async () => {
  const read = async () => (await api.call("GET", "/api/me/consent", { as: person })).body;
  expect(await read()).toMatchObject({ way: "unrecorded", text: null, withdrawnAt: null, mayAskAt: null });
  const ask = () => api.call("POST", "/api/me/erasure-requests", { as: person, body: {} });
  expect((await ask()).status).toBe(201);
  const at = api.world.now.toISOString();
  expect(await read()).toMatchObject({ withdrawnAt: at, askedAt: at, mayAskAt: expect.any(String) });
  const before = await api.world.traces();
  expect(await ask()).toMatchObject({ status: 409 });
  expect(await api.world.traces()).toEqual(before);
  expect((await api.call("GET", "/api/me", { as: person })).status).toBe(200);
});
