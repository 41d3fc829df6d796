import type { GprCard, GprContent, GprDiff, GprSummary } from "@stsphera/contracts";
import type { TestObject } from "@stsphera/core/testing";
import type { Role } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contractAsker } from "../testing/contract-asker.ts";
import { GPR } from "../testing/journeys.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;
let object: TestObject;
const { ask, notAsked } = contractAsker(() => api, GPR);

beforeAll(async () => {
  api = await openApi();
  object = await api.world.createTestObject();
});
afterAll(() => api.close());

const SIGNERS: readonly Role[] = [
  "project_manager",
  "design_head",
  "supply",
  "production",
  "construction_itr",
];

test("a schedule is begun, edited, remarked on, signed by five, and its second version compared", async () => {
  const as = await api.world.as("project_manager");
  const ids = { objectId: object.id };
  const [template] = (await ask<{ templates: { code: string }[] }>("GET /api/gpr-templates", { as }))
    .templates;
  const dates = await ask<{ departments: object[] }>("GET /api/gpr-template-dates", {
    as,
    query: `?template=${template?.code}&startOn=2026-10-12&workWeek=123456&followTransfers=false`,
  });
  expect(dates.departments.length).toBeGreaterThan(8);
  const begin = async (from: Readonly<Record<string, unknown>>) =>
    (await ask<{ id: number }>("POST /api/objects/:objectId/gpr/versions", { as, ids, body: from })).id;
  const gprId = await begin({ from: "template", template: template?.code });
  const its = { as, ids: { gprId } };
  const rows = () => ask<GprContent>("GET /api/gpr-versions/:gprId/rows", its);
  const card = () => ask<GprCard>("GET /api/gpr-versions/:gprId", its);
  const drafted = await rows();
  const leaf = drafted.rows.find(({ parent }) => parent !== null);
  const set = { do: "set", rows: [{ key: leaf?.key, version: leaf?.version }], fields: { duration: 9 } };
  await ask("PATCH /api/gpr-versions/:gprId/rows", { ...its, body: { edits: [set] } });
  await ask("POST /api/gpr-versions/:gprId/undo", its);
  await ask("POST /api/gpr-versions/:gprId/redo", its);
  const table = [["Разметка осей", "Монтаж", "", "3"]];
  const { version } = await card();
  await ask("POST /api/gpr-versions/:gprId/pasted-rows", { ...its, body: { version, table } });
  expect((await rows()).rows.at(-1)).toMatchObject({ name: "Разметка осей", duration: 3 });
  const active = { version: (await card()).version, from: "template", template: template?.code };
  await ask("PUT /api/gpr-versions/:gprId/source", { ...its, body: active });
  // Every row needs somebody who answers for it; departments without a member have none.
  const unowned = (await rows()).rows.filter(({ parent, ownerId }) => parent !== null && ownerId === null);
  if (unowned.length > 0) {
    const own = {
      do: "set",
      rows: unowned.map(({ key, version: seen }) => ({ key, version: seen })),
      fields: { ownerId: as.id },
    };
    await ask("PATCH /api/gpr-versions/:gprId/rows", { ...its, body: { edits: [own] } });
  }
  const send = async () =>
    ask("POST /api/gpr-versions/:gprId/transitions", {
      ...its,
      body: { move: "send", version: (await card()).version },
    });
  const sign = async (role: Role) => {
    const { hash } = await card();
    const signer = { as: await api.world.as(role), ids: { gprId } };
    return ask<GprCard>("POST /api/gpr-versions/:gprId/signatures", { ...signer, body: { hash } });
  };
  await send();
  await sign("supply");
  const foreman = { as: await api.world.as("construction_itr"), ids: { gprId } };
  const remark = { text: "Лесов раньше не будет", rows: [(await rows()).rows[0]?.key] };
  await ask("POST /api/gpr-versions/:gprId/remarks", { ...foreman, body: remark });
  await send();
  const other = await api.world.createUser({ role: "supply" });
  await api.world.db.sql`insert into object_roles (object_id, user_id, role, since)
    values (${object.id}, ${other.id}, 'supply', ${api.world.now})`;
  const signer = { role: "supply", signerId: other.id };
  await ask("POST /api/gpr-versions/:gprId/signers", { ...its, body: signer });
  await ask("POST /api/gpr-versions/:gprId/signers", {
    ...its,
    body: { ...signer, signerId: (await api.world.as("supply")).id },
  });
  for (const role of SIGNERS) await sign(role);
  expect(await card()).toMatchObject({ status: "active", signed: 5 });
  const next = await begin({ from: "active" });
  const diff = await ask<GprDiff>("GET /api/gpr-versions/:gprId/diff", { ...its, query: `?with=${next}` });
  expect(diff).toMatchObject({ before: { number: 1 }, after: { number: 2 }, added: [], changed: [] });
  const listed = { as, ids };
  const { items } = await ask<{ items: GprSummary[] }>("GET /api/objects/:objectId/gpr/versions", listed);
  expect(items.map(({ status }) => status)).toEqual(["draft", "active"]);
  expect((await ask<{ items: GprSummary[] }>("GET /api/gpr-versions", { as })).items).toEqual(items);
  expect(await ask<GprContent>("GET /api/objects/:objectId/gpr", listed)).toMatchObject({ number: 1 });
});

test("every route of the journey was called and met its contract", () => {
  expect(notAsked()).toEqual([]);
});
