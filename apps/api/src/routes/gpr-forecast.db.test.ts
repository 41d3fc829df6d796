import type {
  GprCard,
  GprComparison,
  GprContent,
  GprHolding,
  GprImported,
  GprPreview,
  GprShift,
  GprTemplateContent,
  GprWhy,
} from "@stsphera/contracts";
import type { UserActor } from "@stsphera/rbac";
import { openForecastScene, underway } from "@stsphera/core/testing/verbs";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contractAsker } from "../testing/contract-asker.ts";
import { GPR_FORECAST } from "../testing/journeys.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;
const { ask, notAsked } = contractAsker(() => api, GPR_FORECAST);

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

test("a version in force slips, is moved for a reason, declined with words, and planned anew", async () => {
  const scene = await openForecastScene(api.world);
  await underway(scene);
  const as = await api.world.as("project_manager");
  const { gprId, keys, object } = scene;
  const its = { as, ids: { gprId } };
  await ask("PATCH /api/gpr-versions/:gprId/progress", {
    ...its,
    body: { rows: [{ key: keys.brackets, remaining: 4 }] },
  });
  const asked = { rows: [keys.brackets], how: { by: "days", workdays: 10 } };
  const preview = await ask<GprPreview>("POST /api/gpr-versions/:gprId/preview", { ...its, body: asked });
  expect(preview).toMatchObject({ criticalMoved: 2, finish: { before: "2026-09-17", after: "2026-09-29" } });
  const shift = { ...asked, reason: "Кронштейны не приняты" };
  await ask("POST /api/gpr-versions/:gprId/shifts", { ...its, body: shift });
  const { items } = await ask<{ items: GprShift[] }>("GET /api/gpr-versions/:gprId/shifts", its);
  const foreman = await api.world.as("construction_itr");
  const objection = { move: "object", version: 1, reason: "После 25-го леса заняты" };
  await ask("POST /api/gpr-shift-answers/:answerId/transitions", {
    as: foreman,
    ids: { answerId: items[0]?.answers[0]?.id ?? 0 },
    body: objection,
  });
  const compared = await ask<GprComparison>("GET /api/gpr-versions/:gprId/compare", its);
  expect(compared.whole).toMatchObject({ planFinish: "2026-09-16", forecastFinish: "2026-09-29" });
  const why = await ask<GprWhy>("GET /api/gpr-versions/:gprId/why", {
    ...its,
    query: `?row=${keys.modules}`,
  });
  expect(why.text).toBe("После окончания строки 2 «Кронштейны»");
  const held = await ask<GprHolding>("GET /api/gpr-versions/:gprId/holding", its);
  expect(held.owners.map(({ owner }) => owner?.id)).toEqual([foreman.id]);

  const begun = await api.call("POST", `/api/objects/${object.id}/gpr/versions`, {
    as,
    body: { from: "forecast" },
  });
  const draft = { as, ids: { gprId: (begun.body as { id: number }).id } };
  const rows = (await api.call("GET", `/api/gpr-versions/${draft.ids.gprId}/rows`, { as }))
    .body as GprContent;
  const { key, version } = rows.rows[0] ?? { key: "", version: 0 };
  const edits = [{ do: "set", rows: [{ key, version }], fields: { duration: 8 } }];
  await ask("POST /api/gpr-versions/:gprId/edits-preview", { ...draft, body: { edits } });
  await api.call("POST", `/api/gpr-versions/${draft.ids.gprId}/transitions`, {
    as,
    body: { move: "send", version: rows.version },
  });
  await ask("POST /api/gpr-versions/:gprId/reminders", draft);
  const { version: sent } = (await api.call("GET", `/api/gpr-versions/${draft.ids.gprId}`, { as }))
    .body as GprCard;
  await api.call("POST", `/api/gpr-versions/${draft.ids.gprId}/transitions`, {
    as,
    body: { move: "recall", version: sent },
  });
  const recalled = (await api.call("GET", `/api/gpr-versions/${draft.ids.gprId}`, { as })).body as GprCard;
  const file = await fileOf(`/api/gpr-versions/${gprId}/file?as=mspdi`, as);
  expect(file.headers.get("content-type")).toBe("application/xml");
  const imported = await ask<GprImported>("POST /api/gpr-versions/:gprId/imports", {
    ...draft,
    body: { version: recalled.version, file: gzipSync(file.body).toString("base64") },
  });
  expect(imported).toMatchObject({ rows: 4, links: 2, removed: 0 });
  expect(imported.notices.map(({ kind }) => kind)).toContain("progress");
});

test("a template of one's own is made of one that ships, read and saved", async () => {
  const as = await api.world.as("project_manager");
  const made = await ask<{ code: string; version: number }>("POST /api/gpr-templates", {
    as,
    body: { from: "template", name: "НВФ, наш", template: "nvf" },
  });
  const its = { as, ids: { code: made.code } };
  const { rows, links } = await ask<GprTemplateContent>("GET /api/gpr-templates/:code", its);
  const saved = await ask<{ version: number }>("PUT /api/gpr-templates/:code", {
    ...its,
    body: { version: made.version, name: "НВФ, наш", rows, links },
  });
  expect(saved.version).toBe(2);
});

async function fileOf(path: string, as: UserActor) {
  const response = await fetch(api.url + path, { headers: { authorization: `Bearer ${api.token(as)}` } });
  const { status, headers } = response;
  return { status, headers, body: Buffer.from(await response.arrayBuffer()) };
}

test("files of versions have their names, and are for who may see the version", async () => {
  const scene = await openForecastScene(api.world);
  const as = await api.world.as("project_manager");
  const { gprId, object } = scene;
  const sheet = await fileOf(`/api/gpr-versions/${gprId}/file`, as);
  expect(sheet.status).toBe(200);
  expect(sheet.body.subarray(0, 2).toString()).toBe("PK");
  const name = encodeURIComponent("ГПР СПК Блок Б, версия 1.xlsx");
  expect(sheet.headers.get("content-disposition")).toContain(`filename*=UTF-8''${name}`);
  const begun = await api.call("POST", `/api/objects/${object.id}/gpr/versions`, {
    as,
    body: { from: "active" },
  });
  const next = (begun.body as { id: number }).id;
  const paper = await fileOf(`/api/gpr-versions/${gprId}/diff/file?with=${next}&as=pdf`, as);
  expect(paper.body.subarray(0, 5).toString()).toBe("%PDF-");
  const changes = await fileOf(`/api/gpr-versions/${gprId}/diff/file?with=${next}`, as);
  expect(changes.body.subarray(0, 2).toString()).toBe("PK");
  for (const path of [`/api/gpr-versions/${gprId}/file`, `/api/gpr-versions/${gprId}/diff/file`]) {
    expect((await fileOf(path, await api.world.as("viewer"))).status).toBe(404);
    expect((await fetch(api.url + path)).status).toBe(401);
  }
  expect((await fileOf(`/api/gpr-versions/${gprId}/file?as=doc`, as)).status).toBe(422);
  expect((await fileOf("/api/gpr-versions/none/file", as)).status).toBe(404);
});

test("every route of the journey was called and met its contract", () => {
  expect(notAsked()).toEqual([]);
});
