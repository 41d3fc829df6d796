import type { ExtraCard, ExtraPage, ExtraTotals, PlanRevision } from "@stsphera/contracts";
import type { TestObject } from "@stsphera/core/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contractAsker } from "../testing/contract-asker.ts";
import { EXTRA_WORKS } from "../testing/journeys.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;
let object: TestObject;
const { ask, notAsked } = contractAsker(() => api, EXTRA_WORKS);

beforeAll(async () => {
  api = await openApi();
  object = await api.world.createTestObject();
});
afterAll(() => api.close());

test("an extra work is reported, priced, followed to the customer, and made a volume", async () => {
  const [foreman, as] = [await api.world.as("construction_itr"), await api.world.as("project_manager")];
  const ids = { objectId: object.id };
  const body = { title: "Заделка проёма", quantity: "4", unit: "шт", place: "Юг 1", orderedBy: "Заказчик" };
  const { id: extraId } = await ask<{ id: number }>("POST /api/objects/:objectId/extra-works", {
    as: foreman,
    ids,
    body,
  });
  const its = { as, ids: { extraId } };
  await ask("PUT /api/extra-works/:extraId/price", { ...its, body: { version: 1, price: "84000,5" } });
  const step = { version: 2, document: "письмо № 112" };
  await ask("POST /api/extra-works/:extraId/steps", { ...its, body: step });
  await ask("POST /api/extra-works/:extraId/step-back", {
    ...its,
    body: { version: 3, reason: "не тот документ" },
  });
  const { choices } = await ask<ExtraCard>("GET /api/extra-works/:extraId", its);
  const accept = {
    move: "accept",
    version: 4,
    document: "письмо № 112",
    facadeId: choices.facades[0]?.id,
    floorId: choices.floors[0]?.id,
    workTypeId: choices.workTypes[0]?.id,
  };
  await ask("POST /api/extra-works/:extraId/decision", { ...its, body: accept });
  const card = await ask<ExtraCard>("GET /api/extra-works/:extraId", its);
  expect(card).toMatchObject({ status: "accepted", stage: "verbal", price: "84000.50" });
  const revisions = await ask<{ items: PlanRevision[] }>("GET /api/objects/:objectId/plan-revisions", {
    as,
    ids,
  });
  expect(revisions.items[0]).toMatchObject({ document: "письмо № 112", extraId });
  await ask("POST /api/extra-works/:extraId/undo", its);
  const list = await ask<ExtraPage>("GET /api/objects/:objectId/extra-works", { as, ids });
  expect(list.items).toMatchObject([{ id: extraId, status: "reported" }]);
  expect((await ask<ExtraPage>("GET /api/extra-works", { as })).items).toEqual(list.items);
  const totals = await ask<ExtraTotals>("GET /api/extra-works/totals", { as });
  expect(totals).toMatchObject({ count: 1, price: "84000.50" });
});

test("every route of the journey was called and met its contract", () => {
  expect(notAsked()).toEqual([]);
});
