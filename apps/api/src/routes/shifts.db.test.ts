import type { ShiftClosing, ShiftDay, ShiftLines, ShiftRecord, ShiftReport } from "@stsphera/contracts";
import type { TestObject } from "@stsphera/core/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contractAsker } from "../testing/contract-asker.ts";
import { SHIFTS } from "../testing/journeys.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

const DAY = "2026-09-08";
let api: TestApi;
let object: TestObject;
const { ask, notAsked } = contractAsker(() => api, SHIFTS);

beforeAll(async () => {
  api = await openApi();
  object = await api.world.createTestObject();
});
afterAll(() => api.close());

test("a foreman records idle time and work without a quantity, closes the shift and opens it again", async () => {
  const as = await api.world.as("construction_itr");
  const ids = { objectId: object.id };
  const [crew] = await api.world.db.sql<{ id: number }[]>`
    insert into crews (code, name, lead, size, object_id)
    values ('БР-5', 'Модули-1', 'Виталий Громов', 8, ${object.id}) returning id`;
  const crews = [{ crewId: crew?.id ?? 0, hours: "4" }];
  const idle = await ask<ShiftRecord>("POST /api/objects/:objectId/downtimes", {
    as,
    ids,
    body: { crews, reason: { code: "weather_wind" } },
  });
  await ask("POST /api/objects/:objectId/shift-notes", { as, ids, body: { crews, activity: "unloading" } });
  const back = await ask<ShiftRecord>("POST /api/shift-records/:recordId/undo", {
    as,
    ids: { recordId: idle.id },
    body: { version: idle.version },
  });
  expect(back.withdrawn).not.toBeNull();
  const all = await ask<{ items: ShiftRecord[] }>("GET /api/objects/:objectId/shift-records", { as, ids });
  expect(all.items.map(({ kind }) => kind)).toEqual(["note", "downtime"]);

  const ofOne = { as, ids, query: `?date=${DAY}&foremanId=${as.id}` };
  expect((await ask<ShiftLines>("GET /api/objects/:objectId/shift-lines", ofOne)).foremanId).toBe(as.id);
  await ask<ShiftDay>("GET /api/objects/:objectId/shift", ofOne);
  const lines = await ask<ShiftLines>("GET /api/objects/:objectId/shift-lines", { as, ids });
  const closing = await ask<ShiftClosing>("POST /api/objects/:objectId/shift-closings", {
    as,
    ids,
    body: { date: DAY, rest: { code: "not_worked" } },
  });
  expect(closing.silent).toBe(lines.silent.length);
  const shift = await ask<ShiftDay>("GET /api/objects/:objectId/shift", { as, ids });
  expect(shift.part?.closing).toMatchObject({ id: closing.id, canReopen: true });
  const report = await ask<ShiftReport>("GET /api/objects/:objectId/shift-report", {
    as,
    ids,
    query: `?kind=contractor&date=${DAY}`,
  });
  expect(report).toMatchObject({ kind: "contractor", closed: true });
  expect(report.text).toContain("Разгрузка".toLowerCase());
  const open = await ask<ShiftClosing>("POST /api/shift-closings/:closingId/undo", {
    as,
    ids: { closingId: closing.id },
    body: { version: closing.version },
  });
  expect(open.reopenedAt).not.toBeNull();
});

test("every route of the journey was called and met its contract", () => {
  expect(notAsked()).toEqual([]);
});
