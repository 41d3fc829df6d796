import type { TestObject } from "@stsphera/core/testing";
import type { UserActor } from "@stsphera/rbac";
import { afterEach, beforeEach, expect, test } from "vitest";
import { verdict } from "../testing/errors.ts";
import { type Answer, openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;
let here: TestObject;
let admin: UserActor;
let manager: UserActor;
let foreman: UserActor;
beforeEach(async () => {
  api = await openApi();
  here = await api.world.createTestObject({ team: ["construction_itr", "pto"] });
  [admin, manager, foreman] = [
    await api.world.as("admin"),
    await api.world.as("project_manager"),
    await api.world.as("construction_itr"),
  ];
});
afterEach(() => api.close());

type Sent = { as: UserActor; method: string; path: string; body: object; key: string };

const send = ({ as, method, path, body, key }: Sent): Promise<Answer> =>
  api.call(method, path, { as, body, headers: { "idempotency-key": key } });

/** Sends requests with idempotency keys; returns a function that repeats them all. */
async function sendAll(requests: readonly Omit<Sent, "key">[]): Promise<() => Promise<string[]>> {
  const sent = requests.map((request, at) => ({ ...request, key: `key-${at}` }));
  for (const request of sent) expect(`${request.path} ${verdict(await send(request))}`).toMatch(/ 20[01]$/);
  return async () => {
    const before = await api.world.traces();
    const answers = [];
    for (const request of sent) answers.push(verdict(await send(request)));
    expect(await api.world.traces()).toEqual(before);
    return answers;
  };
}

const idOf = ({ body }: Answer) => (body as { id: number }).id;
const PASSPORT = {
  name: "паспорт.pdf",
  size: 1000,
  sha256: "0".repeat(64),
  contentType: "application/pdf",
  purpose: "document",
};
const entry = (as: UserActor, floor: string): Omit<Sent, "key"> => ({
  as,
  method: "POST",
  path: `/api/objects/${here.id}/facts`,
  body: { floorVolumeId: here.cell("Юг", floor, "МОД"), date: "2026-09-08", quantity: "4" },
});
const invite = (as: UserActor): Omit<Sent, "key"> => ({
  as,
  method: "POST",
  path: `/api/objects/${here.id}/invitations`,
  body: { role: "installer" },
});

/** A task of the foreman with a document that the foreman uploaded. */
async function documentOfForeman(): Promise<{ fileId: number; said: Omit<Sent, "key"> }> {
  const announced = await api.call("POST", "/api/files", {
    as: foreman,
    body: { objectId: here.id, ...PASSPORT },
  });
  const fileId = idOf(announced);
  await api.world.db.sql`update files set status = 'ready' where id = ${fileId}`;
  const set = { as: manager, body: { title: "Проверить паспорт", assigneeId: foreman.id } };
  const taskId = idOf(await api.call("POST", `/api/objects/${here.id}/tasks`, set));
  const body = { text: "Паспорт приложен", fileIds: [fileId] };
  return { fileId, said: { as: foreman, method: "POST", path: `/api/tasks/${taskId}/comments`, body } };
}

test("a removed member's old idempotency keys and file links stop working", async () => {
  const { fileId, said } = await documentOfForeman();
  const replay = await sendAll([said, entry(foreman, "1"), invite(manager)]);
  const link = () => api.call("GET", `/api/files/${fileId}`, { as: foreman });
  expect((await link()).status).toBe(302);
  expect(await replay()).toEqual(["201", "201", "201"]);

  const other = await api.world.createUser({ role: "project_manager" });
  const members = [{ userId: other.id, roles: ["project_manager"] }];
  const team = { as: admin, body: { version: here.version, members } };
  expect(verdict(await api.call("PUT", `/api/objects/${here.id}/team`, team))).toBe("200");
  expect(await replay()).toEqual(["404 not_found", "404 not_found", "404 not_found"]);
  expect(verdict(await link())).toBe("404 not_found");
});

test("a manager made an observer gets the missing permission, and no link by old keys", async () => {
  const replay = await sendAll([invite(manager), entry(manager, "1")]);
  const demoted = { as: admin, body: { role: "viewer", version: 1 } };
  expect(verdict(await api.call("PATCH", `/api/users/${manager.id}`, demoted))).toBe("200");
  expect(await replay()).toEqual(["403 forbidden", "403 forbidden"]);
  const again = await send({ ...invite(manager), key: "key-0" });
  expect(again.body).toMatchObject({ error: { permission: "object.invite" } });
  expect(JSON.stringify(again.body)).not.toContain("t.me");
});

test("a deputy's old keys end with the deputyship, and a dismissed user's token is refused", async () => {
  const deputy = await api.world.createUser({ role: "geodesist" });
  const body = { deputyId: deputy.id, fromDay: "2026-09-08", toDay: "2026-09-09" };
  const named = await api.call("POST", "/api/me/delegations", { as: foreman, body });
  const replay = await sendAll([entry(deputy, "1")]);
  expect(await replay()).toEqual(["201"]);
  const ended = { as: foreman, body: { version: 1 } };
  expect(verdict(await api.call("DELETE", `/api/me/delegations/${idOf(named)}`, ended))).toBe("200");
  expect(await replay()).toEqual(["404 not_found"]);

  const own = await sendAll([entry(foreman, "2")]);
  const dismissal = { as: admin, body: { to: "deactivated", reason: "уволился", version: 1 } };
  expect(verdict(await api.call("POST", `/api/users/${foreman.id}/transitions`, dismissal))).toBe("200");
  expect(await own()).toEqual(["401 unauthenticated"]);
});

test("what a removed manager gave out stops working: links, and deputies set for others and for themselves", async () => {
  const [deputy, another] = [await api.world.createUser(), await api.world.createUser()];
  const made = await send({ ...invite(manager), key: "link" });
  const { code } = made.body as { code: string };
  const days = { fromDay: "2026-09-08", toDay: "2026-09-09" };
  const own = { as: manager, body: { ...days, deputyId: deputy.id, objectId: here.id } };
  expect((await api.call("POST", "/api/me/delegations", own)).status).toBe(201);
  const others = { as: manager, body: { ...days, principalId: foreman.id, deputyId: another.id } };
  expect((await api.call("POST", `/api/objects/${here.id}/delegations`, others)).status).toBe(201);
  const looks = () =>
    Promise.all([deputy, another].map((as) => api.call("GET", `/api/objects/${here.id}`, { as })));
  expect((await looks()).map(verdict)).toEqual(["200", "200"]);

  const next = await api.world.createUser({ role: "project_manager" });
  const members = [
    { userId: next.id, roles: ["project_manager"] },
    { userId: foreman.id, roles: ["construction_itr"] },
  ];
  const team = { as: admin, body: { version: here.version, members } };
  expect(verdict(await api.call("PUT", `/api/objects/${here.id}/team`, team))).toBe("200");
  expect((await looks()).map(verdict)).toEqual(["404 not_found", "404 not_found"]);
  const installer = { as: await api.world.createUser({ role: "installer" }), body: { code } };
  expect(verdict(await api.call("POST", "/api/invitations/join", installer))).toBe("409 conflict");
});
