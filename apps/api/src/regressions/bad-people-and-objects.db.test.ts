import type { TestObject } from "@stsphera/core/testing";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Answered } from "../testing/contract-asker.ts";
import { errorOf, fieldsOf, verdict } from "../testing/errors.ts";
import { type Address, type HostileScene, openHostileScene } from "../testing/hostile-scene.ts";
import { initData } from "../testing/init-data.ts";
import type { TestApi } from "../testing/open-api.ts";

let api: TestApi;
let object: TestObject;
let manager: UserActor;
let foreman: UserActor;
let pto: UserActor;
let stranger: UserActor;
let hiddenFrom: HostileScene["hiddenFrom"];
let leavingNothing: HostileScene["refused"];

beforeAll(async () => {
  ({ api, object, manager, foreman, hiddenFrom, refused: leavingNothing } = await openHostileScene());
  pto = await api.world.as("pto");
  stranger = await api.world.createUser({ role: "project_manager" });
});
afterAll(() => api.close());

const refused = (method: string, path: string, as: UserActor, body: unknown) =>
  leavingNothing(() => api.call(method, path, { as, body }));

const days = { fromDay: "2026-09-08", toDay: "2026-09-30" };
const depute = (as: UserActor, body: Record<string, unknown>) =>
  api.call("POST", "/api/me/delegations", { as, body: { ...days, ...body } });

test("a deputy has the lent rights and cannot lend them further", async () => {
  const helper = await api.world.createUser({ role: "safety" });
  const path = `/api/objects/${object.id}`;
  expect(verdict(await api.call("GET", path, { as: helper }))).toBe("404 not_found");
  expect((await depute(foreman, { deputyId: helper.id, objectId: object.id })).status).toBe(201);
  expect((await api.call("GET", path, { as: helper })).status).toBe(200);

  const third = await api.world.createUser({ role: "safety" });
  const passed = await refused("POST", "/api/me/delegations", helper, {
    ...days,
    deputyId: third.id,
    objectId: object.id,
  });
  expect(fieldsOf(passed)).toEqual(["objectId: delegation_own_roles_only"]);
  expect((await depute(helper, { deputyId: third.id })).status).toBe(201);
  expect(verdict(await api.call("GET", path, { as: third }))).toBe("404 not_found");
});

test("a deputy cannot be oneself, part of a circle, in the past, or without access", async () => {
  const [one, other, third] = [
    await api.world.createUser(),
    await api.world.createUser(),
    await api.world.createUser(),
  ];
  const wrong = async (as: UserActor, body: Record<string, unknown>) =>
    fieldsOf(await refused("POST", "/api/me/delegations", as, { ...days, ...body }));
  expect(await wrong(one, { deputyId: one.id })).toEqual(["deputyId: delegation_to_self"]);
  expect((await depute(one, { deputyId: other.id })).status).toBe(201);
  expect(await wrong(other, { deputyId: one.id })).toEqual(["deputyId: delegation_cycle"]);
  expect((await depute(other, { deputyId: third.id })).status).toBe(201);
  expect(await wrong(third, { deputyId: one.id })).toEqual(["deputyId: delegation_cycle"]);
  expect(await wrong(third, { deputyId: foreman.id, fromDay: "2026-09-01" })).toEqual([
    "fromDay: day_is_over",
  ]);
  expect(await wrong(third, { deputyId: foreman.id, toDay: "2026-09-07" })).toEqual(["toDay: window_order"]);
  const gone = await api.world.createUser({ status: "deactivated" });
  const observer = await api.world.as("viewer");
  expect(await wrong(third, { deputyId: gone.id })).toEqual(["deputyId: person_not_active"]);
  expect(await wrong(third, { deputyId: 1_999_999_999 })).toEqual(["deputyId: person_not_active"]);
  expect(await wrong(third, { deputyId: observer.id })).toEqual(["deputyId: deputy_is_viewer"]);
});

test("regression 6: deputies, links and drafts of others are not found", async () => {
  const delegation = (await depute(pto, { deputyId: foreman.id })).body as Answered;
  const invited = await api.call("POST", `/api/objects/${object.id}/invitations`, {
    as: manager,
    body: { role: "installer" },
  });
  const draft = await api.call("POST", "/api/object-drafts", { as: manager, body: {} });
  const { id: invitationId } = invited.body as Answered;
  const { id: draftId } = draft.body as Answered;
  const body = { version: 1 };
  const addresses: Address[] = [
    ["DELETE", `/api/me/delegations/${delegation.id}`, body],
    ["DELETE", `/api/invitations/${invitationId}`, body],
    ["GET", `/api/objects/${object.id}/invitations`, undefined],
    ["GET", `/api/object-drafts/${draftId}`, undefined],
    ["PATCH", `/api/object-drafts/${draftId}`, { ...body, step: 3, data: { facades: [], floors: [] } }],
    ["DELETE", `/api/object-drafts/${draftId}`, undefined],
    ["POST", `/api/object-drafts/${draftId}/complete`, body],
    ["GET", `/api/objects/${object.id}/audit`, undefined],
    ["GET", `/api/objects/${object.id}/settings`, undefined],
    ["GET", `/api/objects/${object.id}/calendar`, undefined],
    ["PATCH", `/api/facades/${object.facadeId("Юг")}`, { ...body, name: "Мой" }],
    ["DELETE", `/api/floors/${object.floorId("1")}`, body],
  ];
  await hiddenFrom(stranger, addresses);
});

test("a link that is forged, used up, revoked or of another role adds nobody", async () => {
  const made = await api.call("POST", `/api/objects/${object.id}/invitations`, {
    as: manager,
    body: { role: "installer", maxUses: 1 },
  });
  const { code } = made.body as { code: string };
  const join = (as: UserActor, wanted: string) =>
    refused("POST", "/api/invitations/join", as, { code: wanted });
  const [first, second] = [
    await api.world.createUser({ role: "installer" }),
    await api.world.createUser({ role: "installer" }),
  ];
  expect(verdict(await join(first, "A".repeat(22)))).toBe("404 not_found");
  expect(verdict(await join(first, "short"))).toBe("422 validation_failed");
  expect((await api.call("POST", "/api/invitations/join", { as: first, body: { code } })).status).toBe(200);
  expect(verdict(await join(first, code))).toBe("409 conflict");
  expect(verdict(await join(second, code))).toBe("409 conflict");
});

test("a floor or a facade with facts is not removed", async () => {
  const cell = object.cell("Юг", "1", "МОД");
  const entry = { floorVolumeId: cell, date: "2026-09-08", quantity: "4" };
  await api.call("POST", `/api/objects/${object.id}/facts`, { as: foreman, body: entry });
  for (const path of [`/api/floors/${object.floorId("1")}`, `/api/facades/${object.facadeId("Юг")}`]) {
    const answer = await refused("DELETE", path, manager, { version: 1 });
    expect(`${path} ${verdict(answer)}`).toBe(`${path} 409 conflict`);
    expect(errorOf(answer).message).toMatch(/факт/i);
  }
});

const PASSPORT = {
  name: "СПК Атриум",
  city: "Москва",
  address: "Кровельная, 1",
  customer: "ООО «Атриум»",
  facadeTypes: ["spk"],
};
const whole = (members: unknown[]) => ({
  object: PASSPORT,
  members,
  facades: [{ code: "Ю", name: "Юг", sort: 1 }],
  floors: [{ code: "тех", sort: 9 }],
  volumes: [],
});
const drafted = async (data: unknown) =>
  (await api.call("POST", "/api/object-drafts", { as: manager, body: { data } })).body as Answered;
const complete = ({ id, version }: Answered, key?: string) =>
  api.call("POST", `/api/object-drafts/${id}/complete`, {
    as: manager,
    body: { version },
    ...(key === undefined ? {} : { headers: { "idempotency-key": key } }),
  });

test("regression 8: the wizard accepts a person with two roles, and completing again returns the same object", async () => {
  const draft = await drafted(
    whole([
      { userId: manager.id, roles: ["project_manager", "design_head"] },
      { userId: foreman.id, roles: ["construction_itr", "geodesist"] },
    ]),
  );
  const [count] = await objects();
  const answers = [await complete(draft), await complete(draft, "again"), await complete(draft, "again")];
  const ids = answers.map(({ body }) => (body as { objectId: number }).objectId);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(ids).size).toBe(1);
  expect(await objects()).toEqual([(count ?? 0) + 1]);
  const team = await api.call("GET", `/api/objects/${ids[0]}/team`, { as: manager });
  const { members } = team.body as { members: { userId: number; roles: string[] }[] };
  expect(members.find(({ userId }) => userId === foreman.id)?.roles).toEqual([
    "construction_itr",
    "geodesist",
  ]);
});

test("regression 8: many simultaneous completions create one object", async () => {
  const draft = await drafted(whole([{ userId: manager.id, roles: ["project_manager", "pto"] }]));
  const [count] = await objects();
  const answers = await Promise.all([1, 2, 3, 4].map(() => complete(draft)));
  expect(new Set(answers.map(({ body }) => (body as { objectId: number }).objectId)).size).toBe(1);
  expect(await objects()).toEqual([(count ?? 0) + 1]);
});

test("regression 8: an incomplete draft creates nothing and returns what is missing", async () => {
  const [count] = await objects();
  const { facades: _none, ...half } = whole([{ userId: manager.id, roles: ["project_manager"] }]);
  const answer = await complete(await drafted(half));
  expect(fieldsOf(answer)).toEqual(["facades: invalid_type"]);
  const unknown = whole([{ userId: 1_999_999_999, roles: ["project_manager"] }]);
  expect(verdict(await complete(await drafted(unknown)))).toBe("422 validation_failed");
  expect(await objects()).toEqual([count]);
});

async function objects(): Promise<(number | undefined)[]> {
  const rows = await api.world.db.read<{ n: number }>("select count(*)::int as n from objects", []);
  return rows.map(({ n }) => n);
}

test("two simultaneous registrations of one Telegram id create one account", async () => {
  const register = () =>
    api.call("POST", "/api/auth/register", {
      body: {
        initData: initData({ id: 7_700_001, at: api.world.now }),
        consent: true,
        fullName: "Вадим Ершов",
      },
    });
  const answers = await Promise.all([register(), register(), register()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const ids = answers.map(({ body }) => (body as { user: { id: number } }).user.id);
  expect(new Set(ids).size).toBe(1);
});

test("regression 43: a new account without a role sees only itself", async () => {
  const newcomer = await api.world.createUser({ role: null, status: "pending" });
  expect((await api.call("GET", "/api/me", { as: newcomer })).body).toMatchObject({
    user: { role: null, status: "pending" },
    permissions: [],
    objects: [],
  });
  const closed = [
    "/api/objects",
    "/api/users",
    "/api/org",
    "/api/dashboard",
    "/api/me/tasks",
    "/api/me/approvals",
    "/api/me/activity",
    "/api/me/kpi",
    "/api/me/notification-settings",
    "/api/me/delegations",
    "/api/notifications",
    "/api/object-drafts",
    "/api/calendars",
    `/api/objects/${object.id}`,
    `/api/objects/${object.id}/tasks`,
  ];
  for (const path of closed) {
    const answer = await refused("GET", path, newcomer, undefined);
    expect(`${path} ${verdict(answer)}`).toBe(`${path} 403 forbidden`);
    expect(errorOf(answer).permission).toBeUndefined();
  }
});
