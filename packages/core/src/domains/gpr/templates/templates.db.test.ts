import type { Role } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestWorld, fieldsOf, refusalOf, type TestObject, type World } from "../../../testing/index.ts";
import {
  createGpr,
  createGprTemplate,
  editGprRows,
  getGprContent,
  getGprTemplate,
  listGprTemplates,
  saveGprTemplate,
} from "../verbs.ts";

let world: World;
let object: TestObject;
let made = 0;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  object = await world.createTestObject();
  made += 1;
});

const as = async (role: Role) => world.ctx(await world.as(role));
const begin = async (template: string, at = object) =>
  createGpr.run(await as("project_manager"), { objectId: at.id, from: "template", template });
const content = async (gprId: number) => getGprContent.run(await as("project_manager"), { gprId });
const copy = async () =>
  createGprTemplate.run(await as("project_manager"), {
    from: "template",
    name: `НВФ, наш ${made}`,
    template: "nvf",
  });
const refuses = async (work: () => Promise<unknown>) => {
  const before = await world.traces();
  const refused = await refusalOf(work());
  expect(await world.traces()).toEqual(before);
  return refused;
};

test("a schedule of an object becomes a template, without its people and days; another object begins with it", async () => {
  const { id: gprId } = await begin("nvf");
  const drafted = await content(gprId);
  const [first] = drafted.rows.filter(({ parent }) => parent !== null);
  const seen = [{ key: first?.key ?? "", version: first?.version ?? 0 }];
  const constraint = { kind: "not_earlier", edge: "start", day: "2026-11-02" } as const;
  await editGprRows.run(await as("project_manager"), {
    gprId,
    edits: [{ do: "set", rows: seen, fields: { duration: 17, name: "Договор подписан", constraint } }],
  });
  const name = `По ГПР объекта ${made}`;
  const { code } = await createGprTemplate.run(await as("project_manager"), { from: "version", name, gprId });
  const { templates, can } = await listGprTemplates.run(await as("pto"), {});
  expect(can.manage).toBe(false);
  expect(templates.at(-1)).toEqual({
    code,
    name,
    rows: drafted.rows.filter(({ parent }) => parent !== null).length,
    links: drafted.links.length,
    own: true,
  });
  expect(templates[0]).toMatchObject({ code: "nvf", own: false });
  const next = await world.createTestObject();
  const begun = await content((await begin(code, next)).id);
  const row = begun.rows.find((one) => one.name === "Договор подписан");
  expect(row).toMatchObject({ duration: 17, constraint: null });
  expect(begun.rows).toHaveLength(drafted.rows.length);
  expect(new Set(begun.rows.map(({ key }) => key)).has(first?.key ?? "")).toBe(false);
});

test("a template is edited as a whole; one that ships is copied first; schedules that began with it stay", async () => {
  const manager = await as("project_manager");
  const shipped = await getGprTemplate.run(manager, { code: "nvf" });
  expect(shipped).toMatchObject({ own: false, version: null, can: { edit: false } });
  const { rows, links, name } = shipped;
  const plain = { version: 1, name, archived: false, rows, links };
  const refused = await refuses(() => saveGprTemplate.run(manager, { code: "nvf", ...plain }));
  expect(refused.details.sentence).toBe("gpr_template_ships");
  const { code, name: own } = await copy();
  const begun = await content((await begin(code)).id);
  const longer = rows.map((row) => (row.duration === 0 ? row : { ...row, duration: row.duration + 1 }));
  const saved = await saveGprTemplate.run(manager, { code, ...plain, name: own, rows: longer });
  expect(saved).toMatchObject({ code, name: own, version: 2 });
  expect(await getGprTemplate.run(await as("supply"), { code })).toMatchObject({
    rows: longer,
    version: 2,
    can: { edit: false },
  });
  expect((await content(begun.id)).rows).toEqual(begun.rows);
  const stale = await refuses(() => saveGprTemplate.run(manager, { code, ...plain, name: own }));
  expect(stale.code).toBe("version_conflict");
  await saveGprTemplate.run(manager, { code, ...plain, name: own, version: 2, archived: true });
  const { templates } = await listGprTemplates.run(manager, {});
  expect(templates.map((one) => one.code)).not.toContain(code);
  const next = await world.createTestObject();
  expect(fieldsOf(await refuses(() => begin(code, next)))).toEqual(["template: gpr_unknown_template"]);
});

test("what no schedule could begin with is refused as one list, by department and row", async () => {
  const manager = await as("project_manager");
  const { code, name } = await copy();
  const { rows, links } = await getGprTemplate.run(manager, { code });
  const save = (more: Partial<{ rows: typeof rows; links: typeof links; name: string }>) => () =>
    saveGprTemplate.run(manager, { code, version: 1, name, archived: false, rows, links, ...more });
  const kept = rows.filter(({ department }) => department !== "safety");
  const keys = new Set(kept.map(({ key }) => key));
  const missing = await refuses(
    save({ rows: kept, links: links.filter(({ from, to }) => keys.has(from) && keys.has(to)) }),
  );
  expect(fieldsOf(missing)).toEqual(["rows: gpr_template_departments"]);
  expect(missing.details.values).toEqual({ rows: "Охрана труда" });
  const [link] = links;
  if (link === undefined) throw new Error("no links");
  const back = { ...link, from: link.to, to: link.from };
  expect(fieldsOf(await refuses(save({ links: [...links, back] })))).toEqual(["rows: gpr_cycle"]);
  const { id: gprId } = await createGpr.run(manager, { objectId: object.id, from: "empty" });
  const empty = await refuses(() =>
    createGprTemplate.run(manager, { from: "version", name: "Пустой", gprId }),
  );
  expect(empty.details.sentence).toBe("gpr_template_departments");
  const other = await createGprTemplate.run(manager, {
    from: "template",
    name: `Другой ${made}`,
    template: code,
  });
  expect(other.version).toBe(1);
  expect(fieldsOf(await refuses(save({ name: `Другой ${made}` })))).toEqual([
    "name: gpr_template_name_taken",
  ]);
});

test("templates are made by who manages them, of schedules that they see", async () => {
  const { id: gprId } = await begin("nvf");
  const asked = { from: "version", name: "Чужой", gprId } as const;
  const supply = await as("supply");
  const refused = await refuses(() => createGprTemplate.run(supply, asked));
  expect(refused).toMatchObject({ code: "forbidden", details: { permission: "templates.manage" } });
  const stranger = world.ctx(await world.createUser({ role: "project_manager" }));
  expect((await refuses(() => createGprTemplate.run(stranger, asked))).code).toBe("not_found");
});
