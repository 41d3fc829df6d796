import { thingsOn } from "@stsphera/core/testing/verbs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../app.ts";
import { type AnyEndpoint, idsIn } from "../routes/endpoint.ts";
import { AUTH_ROUTES } from "../routes/auth-routes.ts";
import { ENDPOINTS } from "../routes/index.ts";
import { addressOf, exampleBody, type Ids } from "../testing/addresses.ts";
import { errorOf, verdict } from "../testing/errors.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;
let ids: Ids;
const ABSENT = 1_999_999_999;

beforeAll(async () => {
  api = await openApi();
  const object = await api.world.createTestObject();
  const foreman = await api.world.as("construction_itr");
  ids = await thingsOn({ world: api.world, author: foreman, objectId: object.id });
});
afterAll(() => api.close());

const OPEN = [
  "GET /healthz",
  "GET /readyz",
  "GET /metrics",
  "GET /api/openapi.json",
  "GET /api/docs",
  "GET /api/docs/page.js",
  "GET /api/docs/page.css",
  "POST /api/auth/telegram",
  "POST /api/auth/introduce",
  "POST /api/auth/register",
  "POST /api/auth/refresh",
  "POST /api/auth/link-views",
  "POST /api/auth/link-sessions",
  "POST /api/auth/passkey-challenges",
  "POST /api/auth/passkey-sessions",
  "POST /api/auth/browser-sessions",
];

test("regression 5: every route except the public ones answers 401 without a valid token", async () => {
  const routes = createApp(api.deps).routes.filter(
    ({ method, path }) => method !== "ALL" && !path.includes("*"),
  );
  const addresses = [...new Set(routes.map(({ method, path }) => `${method} ${path}`))];
  expect(addresses).toEqual(expect.arrayContaining(OPEN));
  const closed = addresses.filter((address) => !OPEN.includes(address));
  expect(closed.length).toBeGreaterThanOrEqual(ENDPOINTS.length);
  const tokens = ["", "Bearer x.y.z", `Basic ${api.token({ id: 1 })}`, `Bearer ${api.token({ id: ABSENT })}`];
  for (const address of closed) {
    const [method = "", path = ""] = address.split(" ");
    for (const token of tokens) {
      const headers: Record<string, string> = token === "" ? {} : { authorization: token };
      const answer = await api.call(method, addressOf({ path: path as `/api/${string}` }, ids), { headers });
      expect(`${address}: ${verdict(answer)}`).toBe(`${address}: 401 unauthenticated`);
      expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    }
  }
});

test("regression 5: the document and the server have the same operations", async () => {
  const { body } = await api.call("GET", "/api/openapi.json");
  const { paths } = body as { paths: Record<string, Record<string, { security?: unknown[] }>> };
  const documented = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path}`),
  );
  const mounted = ENDPOINTS.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
  const auth = AUTH_ROUTES.map(({ path }) => `post ${path}`);
  expect(documented.sort()).toEqual([...mounted, ...auth].sort());
});

test("an unknown path is 401 without a token and 404 with one", async () => {
  expect(verdict(await api.call("GET", "/api/nothing"))).toBe("401 unauthenticated");
  const admin = await api.world.as("admin");
  for (const path of ["/api/nothing", "/api/objects/", "/api/objects/1/nothing", "/nothing"]) {
    const answer = await api.call("GET", path, { as: admin });
    expect(`${path} ${verdict(answer)}`).toBe(`${path} 404 not_found`);
  }
});

test("a token in the query string is ignored", async () => {
  const token = api.token(await api.world.as("admin"));
  expect((await api.call("GET", `/api/me?access_token=${token}`)).status).toBe(401);
});

/** Years, departments, people, works and messages belong to the company, not to an object. */
const OF_COMPANY = ["userId", "workTypeId", "deliveryId"];
const isForeign = ({ path, words = {} }: AnyEndpoint) =>
  idsIn(path).some((name) => !OF_COMPANY.includes(name) && !(name in words));
const foreign = ENDPOINTS.filter(isForeign);
test.each(
  foreign.map((endpoint) => [`${endpoint.method.toUpperCase()} ${endpoint.path}`, endpoint] as const),
)("regression 6: for an outsider %s is not found", async (_name, endpoint) => {
  const stranger = await api.world.createUser({ role: "project_manager" });
  const absent: Ids = Object.fromEntries(Object.keys(ids).map((name) => [name, ABSENT]));
  const body = exampleBody(endpoint);
  const call = { as: stranger, ...(body === undefined ? {} : { body }) };
  const before = await api.world.traces();
  const method = endpoint.method.toUpperCase();
  const [there, nowhere] = [
    await api.call(method, addressOf(endpoint, ids), call),
    await api.call(method, addressOf(endpoint, absent), call),
  ];
  expect(verdict(there)).toBe("404 not_found");
  const { requestId: _one, ...said } = errorOf(there);
  const { requestId: _other, ...saidOfNothing } = errorOf(nowhere);
  expect(said).toEqual(saidOfNothing);
  expect(await api.world.traces()).toEqual(before);
});

test("regression 6: an object named in body or query is not found for an outsider either", async () => {
  const stranger = await api.world.createUser({ role: "project_manager" });
  const { objectId = 0 } = ids;
  const file = { name: "юг.jpg", size: 1000, sha256: "0".repeat(64), contentType: "image/jpeg" };
  for (const wanted of [objectId, ABSENT]) {
    const sent = await api.call("POST", "/api/files", { as: stranger, body: { objectId: wanted, ...file } });
    expect(verdict(sent)).toBe("404 not_found");
    const crews = await api.call("GET", `/api/crews?objectId=${wanted}`, { as: stranger });
    expect(verdict(crews)).toBe("404 not_found");
  }
});

test("regression 6: a notification of another member of the same object is not found", async () => {
  const manager = await api.world.as("project_manager");
  const answer = await api.call("POST", `/api/notifications/${ids["notificationId"]}/read`, { as: manager });
  expect(verdict(answer)).toBe("404 not_found");
});

test.each(["abc", "0", "-1", "1.5", "1e3", "2147483648", "99999999999999999999", "%00", "1;drop"])(
  "the id %s is 404",
  async (text) => {
    const admin = await api.world.as("admin");
    expect(verdict(await api.call("GET", `/api/objects/${text}`, { as: admin }))).toBe("404 not_found");
    const path = `/api/objects/${text}/transitions`;
    const body = { to: "active", version: 1 };
    expect(verdict(await api.call("POST", path, { as: admin, body }))).toBe("404 not_found");
    const wrong = await api.call("POST", path, { as: admin, body: { to: "flying" } });
    expect(verdict(wrong)).toBe("422 validation_failed");
  },
);

test("a member without the permission gets its name and who has it", async () => {
  const supply = await api.world.as("supply");
  const answer = await api.call("PUT", `/api/objects/${ids["objectId"]}/team`, {
    as: supply,
    body: { version: 1, members: [] },
  });
  expect(verdict(answer)).toBe("403 forbidden");
  expect(errorOf(answer)).toMatchObject({
    permission: "object.team",
    message: expect.stringContaining("Это может"),
  });
});

test("an admin may view as another role, read-only", async () => {
  const [admin, foreman] = [await api.world.as("admin"), await api.world.as("construction_itr")];
  const viewAs = { "x-view-as": "supply" };
  const path = `/api/objects/${ids["objectId"]}`;
  const seen = await api.call("GET", path, { as: admin, headers: viewAs });
  expect(seen.body).toMatchObject({ can: { enterFact: false }, myRoles: ["supply"] });
  expect(seen.body).not.toHaveProperty("budget");
  const listed = await api.call("GET", "/api/objects", { as: admin, headers: viewAs });
  expect(listed.body).toMatchObject({ items: [{ id: ids["objectId"] }] });
  const write = await api.call("PATCH", "/api/me", { as: admin, headers: viewAs, body: { locale: "en" } });
  expect(verdict(write)).toBe("403 forbidden");
  expect(verdict(await api.call("GET", path, { as: foreman, headers: viewAs }))).toBe("403 forbidden");
  const unknown = await api.call("GET", path, { as: admin, headers: { "x-view-as": "king" } });
  expect(verdict(unknown)).toBe("422 validation_failed");
});

test("the view as another role excludes rights held as a deputy", async () => {
  const admin = await api.world.as("admin");
  const manager = await api.world.as("project_manager");
  const body = { deputyId: admin.id, fromDay: "2026-09-08", toDay: "2026-09-09" };
  expect((await api.call("POST", "/api/me/delegations", { as: manager, body })).status).toBe(201);
  const path = `/api/objects/${ids["objectId"]}`;
  const asObserver = { as: admin, headers: { "x-view-as": "viewer" } };
  expect((await api.call("GET", path, asObserver)).body).toMatchObject({ myRoles: ["viewer"] });
  expect(verdict(await api.call("GET", `${path}/tasks`, asObserver))).toBe("403 forbidden");
  expect(verdict(await api.call("GET", `${path}/invitations`, asObserver))).toBe("403 forbidden");
  expect(verdict(await api.call("GET", `/api/tasks/${ids["taskId"]}`, asObserver))).toBe("404 not_found");
});

test("who looks as a role sees no things of their own: nothing of the admin's is listed as that role's", async () => {
  const admin = await api.world.as("admin");
  const read = async (path: string, headers?: Record<string, string>) =>
    (await api.call("GET", path, { as: admin, ...(headers === undefined ? {} : { headers }) })).body;
  await api.call("PATCH", "/api/me", { as: admin, body: { locale: "ru" } });
  await api.call("POST", "/api/me/delegations", {
    as: admin,
    body: { deputyId: (await api.world.as("pto")).id, fromDay: "2026-09-08", toDay: "2026-09-09" },
  });
  await api.world.db.sql`insert into notifications
    (user_id, key, type, category, priority, title, text, deep_link, created_at, updated_at)
    values (${admin.id}, 'own', 'access.role_changed', 'people', 'normal', 'Роль', 'Роль', '', now(), now())`;
  const own = [
    "/api/notifications",
    "/api/me/activity",
    "/api/me/delegations",
    "/api/me/approvals",
    "/api/me/tasks",
    "/api/me/sessions",
    "/api/me/passkeys",
  ];
  expect(await read("/api/notifications")).toMatchObject({ items: [{ title: "Роль" }] });
  expect(await read("/api/me/activity")).not.toMatchObject({ items: [] });
  for (const role of ["project_manager", "director", "installer"]) {
    const headers = { "x-view-as": role };
    for (const path of own) expect([path, await read(path, headers)]).toMatchObject([path, { items: [] }]);
    expect(await read("/api/notifications/summary", headers)).toEqual({ unread: 0, byCategory: {} });
    expect(await read("/api/dashboard", headers)).toMatchObject({ waiting: { unread: 0, tasks: 0 } });
    expect(await read("/api/me", headers)).toMatchObject({ user: { id: admin.id, role } });
  }
});
