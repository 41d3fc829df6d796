import type { TestObject } from "@stsphera/core/testing";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answered, contractAsker } from "../testing/contract-asker.ts";
import { PEOPLE_AND_TASKS } from "../testing/journeys.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;
let object: TestObject;
let people: Record<"admin" | "manager" | "foreman" | "supply", UserActor>;
const { ask, notAsked } = contractAsker(() => api, PEOPLE_AND_TASKS);

beforeAll(async () => {
  api = await openApi();
  object = await api.world.createTestObject();
  const { world } = api;
  people = {
    admin: await world.as("admin"),
    manager: await world.as("project_manager"),
    foreman: await world.as("construction_itr"),
    supply: await world.as("supply"),
  };
});
afterAll(() => api.close());

const here = () => ({ objectId: object.id });
const setTask = (change: Record<string, unknown> = {}) =>
  ask<Answered>("POST /api/objects/:objectId/tasks", {
    as: people.manager,
    ids: here(),
    body: { title: "Проверить анкеры", assigneeId: people.foreman.id, deadline: "2026-09-20", ...change },
  });
const move = (as: UserActor, task: Answered, body: Record<string, unknown>) =>
  ask<Answered & { status: string }>("POST /api/tasks/:taskId/transitions", {
    as,
    ids: { taskId: task.id },
    body: { version: task.version, ...body },
  });

test("a task is declined, reassigned, taken, discussed, postponed, handed in and accepted", async () => {
  const { manager, foreman } = people;
  const made = await setTask({ checklist: ["Снять размеры"] });
  const ids = { taskId: made.id };
  const declined = await move(foreman, made, { to: "new", reason: "не мой участок" });
  const again = await move(manager, declined, { to: "assigned", assigneeId: foreman.id });
  const taken = await move(foreman, again, { to: "in_progress" });
  const undone = await ask<Answered>("POST /api/tasks/:taskId/undo", { as: foreman, ids });
  const mine = await ask<{ items: { id: number }[] }>("GET /api/me/tasks", { as: foreman });
  expect(mine.items).toEqual([expect.objectContaining({ id: made.id })]);
  const waiting = await ask<{ items: { kind: string }[] }>("GET /api/me/approvals", { as: foreman });
  expect(waiting.items.map(({ kind }) => kind)).toContain("task_to_take");
  expect(undone.version).toBeGreaterThan(taken.version);
  const retaken = await move(foreman, undone, { to: "in_progress" });

  const body = { text: "Два анкера смещены", mentions: [manager.id] };
  await ask("POST /api/tasks/:taskId/comments", { as: foreman, ids, body });
  const said = await ask<{ items: unknown[] }>("GET /api/tasks/:taskId/comments", { as: manager, ids });
  expect(said.items).toHaveLength(1);

  const wish = { deadline: "2026-09-25", reason: "нет подъёмника до пятницы" };
  const request = await ask<Answered>("POST /api/tasks/:taskId/reschedule-requests", {
    as: foreman,
    ids,
    body: wish,
  });
  await ask("POST /api/reschedule-requests/:requestId/decision", {
    as: manager,
    ids: { requestId: request.id },
    body: { to: "approved", version: request.version },
  });
  const card = await ask<Answered & { deadline: string; checklist: Answered[] }>("GET /api/tasks/:taskId", {
    as: foreman,
    ids,
  });
  expect(card.deadline).toBe("2026-09-25");
  const [line] = card.checklist;
  await ask("PUT /api/task-checklist-items/:itemId", {
    as: foreman,
    ids: { itemId: line?.id ?? 0 },
    body: { done: true, version: line?.version },
  });
  expect(card.version).toBeGreaterThan(retaken.version);
  const review = await move(foreman, card, { to: "review" });
  const accepted = await move(manager, review, { to: "done" });
  expect(accepted.status).toBe("done");
});

test("tasks are listed, changed, assigned together, and counted by person", async () => {
  const { manager, foreman } = people;
  const one = await setTask({ assigneeId: undefined });
  const other = await setTask({ assigneeId: undefined, title: "Заказать герметик" });
  const changed = await ask<Answered>("PATCH /api/tasks/:taskId", {
    as: manager,
    ids: { taskId: one.id },
    body: { version: one.version, priority: "critical" },
  });
  await ask("POST /api/objects/:objectId/tasks/assign", {
    as: manager,
    ids: here(),
    body: { tasks: [pick(changed), pick(other)], assigneeId: foreman.id },
  });
  const page = await ask<{ items: unknown[] }>("GET /api/objects/:objectId/tasks", {
    as: foreman,
    ids: here(),
    query: "?assignee=me&sort=-createdAt",
  });
  expect(page.items).toHaveLength(2);
  const team = await ask<{ people: { person: { id: number }; open: number }[] }>(
    "GET /api/objects/:objectId/team-tasks",
    { as: manager, ids: here() },
  );
  expect(team.people.find(({ person }) => person.id === foreman.id)?.open).toBe(2);
});

const pick = ({ id, version }: Answered) => ({ id, version });

test("a foreman sees their activity and statistics, and sets notification preferences", async () => {
  const { foreman } = people;
  const activity = await ask<{ items: { action: string }[] }>("GET /api/me/activity", { as: foreman });
  expect(activity.items.map(({ action }) => action)).toContain("task.change_status");
  const kpi = await ask<{ tasks: { doneOnTime: number } }>("GET /api/me/kpi", { as: foreman });
  expect(kpi.tasks.doneOnTime).toBe(1);
  const usual = await ask("GET /api/me/notification-settings", { as: foreman });
  const body = { ...usual, muted: ["documents"], quietFrom: "20:30", morningDigest: false };
  const saved = await ask<{ version: number }>("PUT /api/me/notification-settings", { as: foreman, body });
  expect(saved).toEqual({ ...body, version: 1 });
});

test("regression 29: saved notification settings are returned", async () => {
  const { supply } = people;
  const body = {
    muted: ["facts"],
    inDigest: [],
    quietFrom: "19:00",
    quietTo: "09:00",
    morningDigest: false,
    digestAt: "09:30",
    ownDigestTime: true,
    eveningAt: "18:00",
    daysOff: "weekend",
    version: 0,
  };
  const saved = await ask("PUT /api/me/notification-settings", { as: supply, body });
  expect(await ask("GET /api/me/notification-settings", { as: supply })).toEqual(saved);
  expect(saved).toEqual({ ...body, version: 1 });
  await api.call("PATCH", "/api/me", { as: supply, body: { locale: "en", timeZone: "Asia/Yekaterinburg" } });
  const me = await api.call("GET", "/api/me", { as: supply });
  expect(me.body).toMatchObject({ user: { locale: "en", timeZone: "Asia/Yekaterinburg" } });
});

test("deputies are appointed by oneself and by the manager, listed and ended", async () => {
  const { manager, foreman, supply } = people;
  const days = { fromDay: "2026-09-10", toDay: "2026-09-12" };
  const own = await ask<Answered>("POST /api/me/delegations", {
    as: foreman,
    body: { deputyId: supply.id, ...days, objectId: object.id },
  });
  await ask("POST /api/objects/:objectId/delegations", {
    as: manager,
    ids: here(),
    body: { principalId: supply.id, deputyId: foreman.id, fromDay: "2026-10-01", toDay: "2026-10-02" },
  });
  await ask("GET /api/me/delegations", { as: manager, query: `?objectId=${object.id}` });
  await ask("DELETE /api/me/delegations/:delegationId", {
    as: foreman,
    ids: { delegationId: own.id },
    body: { version: own.version },
  });
});

test("a person joins an object by a link with a QR code, and the link is revoked", async () => {
  const { manager } = people;
  const made = await ask<Answered & { code: string; link: string; qr: string }>(
    "POST /api/objects/:objectId/invitations",
    { as: manager, ids: here(), body: { role: "installer", maxUses: 2 } },
  );
  expect(made.link).toBe(`https://t.me/stsphera_bot?start=inv_${made.code}`);
  expect(made.qr).toMatch(/^<svg .*<path d=".*<\/svg>$/s);
  const newcomer = await api.world.createUser({ role: "installer" });
  const joined = await ask<{ objectId: number }>("POST /api/invitations/join", {
    as: newcomer,
    body: { code: made.code },
  });
  expect(joined.objectId).toBe(object.id);
  const listed = await ask<{ items: { uses: number; link: string; version: number }[] }>(
    "GET /api/objects/:objectId/invitations",
    { as: manager, ids: here() },
  );
  expect(listed.items[0]).toMatchObject({ uses: 1, link: made.link });
  await ask("DELETE /api/invitations/:invitationId", {
    as: manager,
    ids: { invitationId: made.id },
    body: { version: listed.items[0]?.version },
  });
});

test("the company has departments with heads, and people who can be assigned work", async () => {
  const { admin, manager, foreman } = people;
  const named = await ask<{ head: { id: number } }>("PUT /api/org/departments/:department/head", {
    as: admin,
    ids: { department: "construction" },
    body: { userId: foreman.id },
  });
  expect(named.head.id).toBe(foreman.id);
  const org = await ask<{ departments: { code: string; head: { id: number } | null }[] }>("GET /api/org", {
    as: manager,
  });
  expect(org.departments.find(({ code }) => code === "construction")?.head?.id).toBe(foreman.id);
  const available = await ask<{ items: { id: number }[] }>("GET /api/users/available", {
    as: manager,
    query: `?objectId=${object.id}&search=${encodeURIComponent("Белов")}`,
  });
  expect(available.items.map(({ id }) => id)).toEqual([foreman.id]);
});

test("every route of the journey was called and met its contract", () => {
  expect(notAsked()).toEqual([]);
});
