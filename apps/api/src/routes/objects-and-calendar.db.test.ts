import type { TestObject } from "@stsphera/core/testing";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answered, contractAsker } from "../testing/contract-asker.ts";
import { OBJECTS_AND_CALENDAR } from "../testing/journeys.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;
let object: TestObject;
let admin: UserActor;
let manager: UserActor;
const { ask, notAsked } = contractAsker(() => api, OBJECTS_AND_CALENDAR);

beforeAll(async () => {
  api = await openApi();
  object = await api.world.createTestObject();
  admin = await api.world.as("admin");
  manager = await api.world.as("project_manager");
});
afterAll(() => api.close());

const here = () => ({ objectId: object.id });
type Part = { id: number; code: string; version: number; hasFacts: boolean };
type Structure = { version: number; facades: Part[]; floors: Part[] };

test("regression 39: floors have the site's names, and are changed and removed", async () => {
  const as = manager;
  const ids = here();
  const read = () => ask<Structure>("GET /api/objects/:objectId/facades", { as, ids });
  const { version } = await read();
  const added = await ask<{ version: number }>("POST /api/objects/:objectId/floors", {
    as,
    ids,
    body: {
      version,
      floors: [
        { code: "-1", sort: -1 },
        { code: "0", sort: 50 },
        { code: "тех", sort: 99 },
      ],
    },
  });
  await ask("POST /api/objects/:objectId/facades", {
    as,
    ids,
    body: { version: added.version, facades: [{ code: "Двор", name: "Двор", sort: 9 }] },
  });
  const { floors, facades } = await read();
  expect(floors.map(({ code }) => code)).toEqual(["-1", "1", "2", "0", "тех"]);
  const [basement] = floors;
  const yard = facades.find(({ code }) => code === "Двор");
  if (basement === undefined || yard === undefined) throw new Error("the parts are not there");
  const floorId = { floorId: basement.id };
  const renamed = await ask<Part>("PATCH /api/floors/:floorId", {
    as,
    ids: floorId,
    body: { version: basement.version, code: "−1 (паркинг)" },
  });
  await ask("DELETE /api/floors/:floorId", { as, ids: floorId, body: { version: renamed.version } });
  const facadeId = { facadeId: yard.id };
  const moved = await ask<Part>("PATCH /api/facades/:facadeId", {
    as,
    ids: facadeId,
    body: { version: yard.version, name: "Внутренний двор" },
  });
  await ask("DELETE /api/facades/:facadeId", { as, ids: facadeId, body: { version: moved.version } });
});

test("passport, settings and team are changed with the version that was read", async () => {
  const as = manager;
  const ids = here();
  const team = await ask<{ version: number; members: { userId: number; roles: string[] }[] }>(
    "GET /api/objects/:objectId/team",
    { as, ids },
  );
  const members = team.members.map(({ userId, roles }) => ({ userId, roles }));
  const manned = await ask<{ version: number }>("PUT /api/objects/:objectId/team", {
    as,
    ids,
    body: { version: team.version, members: members.slice(0, -1) },
  });
  const renamed = await ask<{ version: number }>("PATCH /api/objects/:objectId", {
    as,
    ids,
    body: { version: manned.version, deadline: "2026-10-31", contractNo: "СБ-15/26" },
  });
  const {
    objectId: _id,
    shiftHours: _hours,
    ...stands
  } = await ask("GET /api/objects/:objectId/settings", {
    as,
    ids,
  });
  expect(stands["version"]).toBe(renamed.version);
  const body = { ...stands, shiftEnd: "20:00", gateMode: "accepted" };
  const saved = await ask("PUT /api/objects/:objectId/settings", { as, ids, body });
  expect(saved).toMatchObject({ shiftEnd: "20:00", shiftHours: "11", gateMode: "accepted" });
});

test("an object is created in four steps, once", async () => {
  const as = manager;
  const object = { name: "СПК Атриум", city: "Москва", address: "Кровельная, 1", customer: "ООО «Атриум»" };
  const draft = await ask<Answered>("POST /api/object-drafts", { as, body: { data: { object } } });
  const ids = { draftId: draft.id };
  const works = await ask<{ items: { id: number }[] }>("GET /api/work-types", { as });
  const steps = [
    { step: 1, data: { object: { ...object, facadeTypes: ["spk"] } } },
    { step: 2, data: { members: [{ userId: as.id, roles: ["project_manager", "pto"] }] } },
    { step: 3, data: { facades: [{ code: "Ю", name: "Юг", sort: 1 }], floors: [{ code: "тех", sort: 9 }] } },
    {
      step: 4,
      data: { volumes: [{ facade: "Ю", floor: "тех", workTypeId: works.items[0]?.id, planQty: "12" }] },
    },
  ];
  let { version } = draft;
  for (const step of steps) {
    const kept = await ask<Answered>("PATCH /api/object-drafts/:draftId", {
      as,
      ids,
      body: { version, ...step },
    });
    version = kept.version;
  }
  await ask("GET /api/object-drafts/:draftId", { as, ids });
  const made = await ask<{ objectId: number }>("POST /api/object-drafts/:draftId/complete", {
    as,
    ids,
    body: { version },
  });
  const again = await ask<{ objectId: number }>("POST /api/object-drafts/:draftId/complete", {
    as,
    ids,
    body: { version },
  });
  expect(again.objectId).toBe(made.objectId);
  const listed = await ask<{ items: { objectId: number | null }[] }>("GET /api/object-drafts", { as });
  expect(listed.items[0]?.objectId).toBe(made.objectId);
  await ask("DELETE /api/object-drafts/:draftId", { as, ids });
});

test("a change of the calendar is previewed before it is saved", async () => {
  const as = admin;
  const ids = { year: 2026 };
  await ask("GET /api/calendars", { as });
  await ask("POST /api/calendars/count", {
    as: manager,
    body: { from: "2026-04-15", to: "2026-10-17", workWeek: [1, 2, 3, 4, 5], followTransfers: true },
  });
  await ask("POST /api/objects/:objectId/preview", {
    as: manager,
    ids: here(),
    body: { deadline: "2026-10-24" },
  });
  const { version, daysOff, workingWeekends, shortDays } = await ask<{
    version: number | null;
    daysOff: string[];
    workingWeekends: string[];
    shortDays: string[];
  }>("GET /api/calendars/:year", { as, ids });
  const days = { daysOff: [...daysOff, "2026-10-01"].sort(), workingWeekends, shortDays };
  const shown = await ask<{ after: { workdays: number } }>("POST /api/calendars/:year/preview", {
    as,
    ids,
    body: days,
  });
  const saved = await ask<{ workdays: number }>("PUT /api/calendars/:year", {
    as,
    ids,
    body: { version, ...days },
  });
  expect(saved.workdays).toBe(shown.after.workdays);
});

test("an object has its own working days and days off", async () => {
  const as = manager;
  const ids = here();
  const query = "?from=2026-09-07&to=2026-09-20";
  const { version } = await ask<{ version: number }>("GET /api/objects/:objectId/calendar", {
    as,
    ids,
    query,
  });
  const days = [{ day: "2026-09-13", working: true }];
  const shown = await ask<{ days: number }>("POST /api/objects/:objectId/calendar/preview", {
    as,
    ids,
    body: { days },
  });
  expect(shown.days).toBe(1);
  await ask("PUT /api/objects/:objectId/calendar", { as, ids, body: { version, days } });
  const after = await ask<{ overrides: unknown[] }>("GET /api/objects/:objectId/calendar", {
    as,
    ids,
    query,
  });
  expect(after.overrides).toEqual(days);
});

test("the history shows who changed what, for an object and for one entity", async () => {
  type History = { items: { action: string; actor: { id: number } | null; changes: unknown[] }[] };
  const ids = here();
  const whole = await ask<History>("GET /api/objects/:objectId/audit", {
    as: manager,
    ids,
    query: `?actorId=${manager.id}&action=object.update`,
  });
  expect(whole.items).toEqual([
    expect.objectContaining({ action: "object.update", actor: expect.objectContaining({ id: manager.id }) }),
  ]);
  const one = await ask<History>("GET /api/audit", { as: manager, query: `?entity=object&id=${object.id}` });
  expect(one.items.length).toBeGreaterThan(3);
});

test("every route of the journey was called and met its contract", () => {
  expect(notAsked()).toEqual([]);
});
