import type { MaterialPage, SupplyCard, SupplyPage } from "@stsphera/contracts";
import type { TestObject } from "@stsphera/core/testing";
import { photoOf } from "@stsphera/core/testing/verbs";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contractAsker } from "../testing/contract-asker.ts";
import { SUPPLY } from "../testing/journeys.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;
let object: TestObject;
const { ask, notAsked } = contractAsker(() => api, SUPPLY);

beforeAll(async () => {
  api = await openApi();
  object = await api.world.createTestObject();
});
afterAll(() => api.close());

const photo = (actor: UserActor) => photoOf(api.world.ctx(actor), actor, object.id);

test("an order goes from a draft over the promised day to a receipt with a difference, which is settled", async () => {
  const { world } = api;
  const [foreman, manager, buyer] = [
    await world.as("construction_itr"),
    await world.as("project_manager"),
    await world.as("supply"),
  ];
  const ids = { objectId: object.id };
  const made = await ask<{ id: number }>("POST /api/objects/:objectId/materials", {
    as: buyer,
    ids,
    body: { code: "ГШ-600", name: "Герметик шовный", unit: "шт", company: true },
  });
  await ask("PATCH /api/materials/:materialId", {
    as: buyer,
    ids: { materialId: made.id },
    body: { version: 1, name: "Герметик шовный, туба 600 мл" },
  });
  const materials = await ask<MaterialPage>("GET /api/objects/:objectId/materials", { as: foreman, ids });
  expect(materials.items).toMatchObject([{ code: "ГШ-600", objectId: null }]);
  const { id: orderId } = await ask<{ id: number }>("POST /api/objects/:objectId/supply-orders", {
    as: foreman,
    ids,
    body: { title: "гш-600", quantity: "400", needOn: "2026-12-31", status: "draft" },
  });
  const card = () => ask<SupplyCard>("GET /api/supply-orders/:orderId", { as: manager, ids: { orderId } });
  let version = 1;
  const send = async (as: UserActor, route: string, body: object) => {
    const answer = await ask<{ version: number }>(`POST /api/supply-orders/:orderId/${route}` as never, {
      as,
      ids: { orderId },
      body: { version, ...body },
    });
    version = answer.version;
  };
  const move = (as: UserActor, body: object) => send(as, "transitions", body);
  await send(foreman, "lines", { title: "Лента ПСУЛ", unit: "м.п.", quantity: "90" });
  const [, tape] = (await card()).lines;
  await send(foreman, "dropped-lines", { lineId: tape?.id });
  await move(foreman, { move: "submit" });
  await ask("PATCH /api/supply-orders/:orderId", {
    as: buyer,
    ids: { orderId },
    body: { version: version++, amount: "186 000" },
  });
  await move(manager, { move: "approve" });
  await ask("POST /api/supply-orders/:orderId/undo", { as: manager, ids: { orderId } });
  version += 1;
  await move(manager, { move: "approve" });
  await move(buyer, { move: "order", supplier: "ООО «Снаб»", promisedOn: "2026-12-29" });
  await send(buyer, "promises", { promisedOn: "2026-12-30", reason: "поставщик перенёс" });
  await move(buyer, { move: "ship" });
  await send(foreman, "receipts", { quantity: "380", fileIds: [await photo(foreman)] });
  await ask("POST /api/supply-orders/:orderId/files", {
    as: buyer,
    ids: { orderId },
    body: { fileIds: [await photo(buyer)] },
  });
  const short = await card();
  expect(short).toMatchObject({
    number: 101,
    status: "partially_received",
    amount: "186000",
    promises: [{ promisedOn: "2026-12-29" }, { promisedOn: "2026-12-30" }],
    lines: [{ received: "380", rest: "20" }],
  });
  const discrepancyId = short.discrepancies[0]?.id ?? 0;
  await ask("POST /api/discrepancies/:discrepancyId/transitions", {
    as: buyer,
    ids: { discrepancyId },
    body: { move: "agree", version: 1, reason: "поставщик вернул деньги" },
  });
  expect(await card()).toMatchObject({ status: "delivered", discrepancies: [{ status: "agreed" }] });
  const open = await ask<SupplyPage>("GET /api/objects/:objectId/supply-orders", { as: manager, ids });
  expect(open.items).toEqual([]);
  const all = await ask<SupplyPage>("GET /api/supply-orders", { as: manager, query: "?state=all" });
  expect(all.items).toMatchObject([{ id: orderId, status: "delivered", lateDays: 0 }]);
});

test("every route of the journey was called and met its contract", () => {
  expect(notAsked()).toEqual([]);
});
