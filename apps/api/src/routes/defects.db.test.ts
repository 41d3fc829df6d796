import type { DefectCard, DefectPage, DefectTotals } from "@stsphera/contracts";
import type { TestObject } from "@stsphera/core/testing";
import { photoOf } from "@stsphera/core/testing/verbs";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contractAsker } from "../testing/contract-asker.ts";
import { DEFECTS } from "../testing/journeys.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;
let object: TestObject;
const { ask, notAsked } = contractAsker(() => api, DEFECTS);

beforeAll(async () => {
  api = await openApi();
  object = await api.world.createTestObject();
});
afterAll(() => api.close());

const photo = (actor: UserActor) => photoOf(api.world.ctx(actor), actor, object.id);

test("a defect is reported, assigned, fixed, sent back, fixed again and verified", async () => {
  const { world } = api;
  const [foreman, manager, fixer] = [
    await world.as("construction_itr"),
    await world.as("project_manager"),
    await world.as("installer"),
  ];
  const ids = { objectId: object.id };
  const { id: defectId } = await ask<{ id: number }>("POST /api/objects/:objectId/defects", {
    as: foreman,
    ids,
    body: {
      title: "Кронштейн 9 мм от оси",
      facadeId: object.facadeId("Юг"),
      floorId: object.floorId("1"),
      severity: "critical",
      fileIds: [await photo(foreman)],
    },
  });
  let version = 1;
  const move = async (as: UserActor, body: object) => {
    await ask("POST /api/defects/:defectId/transitions", {
      as,
      ids: { defectId },
      body: { version: version++, ...body },
    });
  };
  await move(manager, { move: "assign", responsibleId: fixer.id, dueOn: "2026-12-31" });
  await ask("PATCH /api/defects/:defectId", {
    as: manager,
    ids: { defectId },
    body: { version: version++, axes: "Д–Е" },
  });
  await move(fixer, { move: "start" });
  await move(fixer, { move: "fix", fileIds: [await photo(fixer)] });
  await move(foreman, { move: "reopen", reason: "зазор прежний" });
  await ask("POST /api/defects/:defectId/undo", { as: foreman, ids: { defectId } });
  version++;
  await move(foreman, { move: "verify" });
  const card = await ask<DefectCard>("GET /api/defects/:defectId", { as: manager, ids: { defectId } });
  expect(card).toMatchObject({ number: 1, status: "verified", facade: "Юг", floor: "1", axes: "Д–Е" });
  expect([card.before.length, card.after.length]).toEqual([1, 1]);
  const open = await ask<DefectPage>("GET /api/objects/:objectId/defects", { as: manager, ids });
  expect(open.items).toEqual([]);
  const all = await ask<DefectPage>("GET /api/defects", { as: manager, query: "?state=all" });
  expect(all.items).toMatchObject([{ id: defectId, status: "verified" }]);
  const totals = await ask<DefectTotals>("GET /api/objects/:objectId/defect-totals", { as: manager, ids });
  expect(totals).toMatchObject({ open: 0, repeats: [{ total: 1, fixed: 1, reopened: 0 }] });
});

test("every route of the journey was called and met its contract", () => {
  expect(notAsked()).toEqual([]);
});
