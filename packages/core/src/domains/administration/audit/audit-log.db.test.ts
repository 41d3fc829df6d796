import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestWorld, fieldsOf, refusalOf, type TestObject, type World } from "../../../testing/index.ts";
import { changeObjectStatus, setObjectTeam, updateObject } from "../../objects/index.ts";
import { changeUserRole } from "../../people/index.ts";
import { csvHead, csvLine } from "./audit-csv.ts";
import { exportAudit } from "./export-audit.ts";
import { listAudit } from "./list-audit.ts";
import { listExportedRows } from "./list-exported-rows.ts";
import { sayValue } from "./say-values.ts";

let world: World;
let object: TestObject;
let director: UserActor;
let manager: UserActor;
const at = (day: string) => ({ now: new Date(`${day}T09:00:00.000Z`) });

beforeAll(async () => {
  world = await createTestWorld();
  director = await world.as("director");
  object = await world.createTestObject({ team: ["project_manager"], volumes: [] });
  manager = await world.as("project_manager");
  const admin = await world.as("admin");
  const { id: objectId, version } = object;
  const name = "=СУММ(A1)";
  await updateObject.run(world.ctx(manager, at("2026-09-10")), {
    objectId,
    version,
    name,
    deadline: "2027-03-01",
  });
  const reason = "заказчик остановил работы";
  await changeObjectStatus.run(world.ctx(manager, { ...at("2026-09-11"), requestId: "k3x" }), {
    objectId,
    to: "on_hold",
    version: version + 1,
    reason,
  });
  const person = await world.createUser({ role: "safety", fullName: "Пётр Лишний" });
  await changeUserRole.run(world.ctx(admin, at("2026-09-12")), {
    userId: person.id,
    role: "pto",
    version: 1,
  });
});
afterAll(() => world.close());

const read = (asked: object = {}) => listAudit.run(world.ctx(director), asked);
const actions = async (asked: object) => (await read(asked)).items.map(({ action }) => action);

test("a row says in words who did what to which thing, from what to what, and where", async () => {
  const [role, held, renamed] = (await read({ from: "2026-09-10" })).items;
  expect(role).toMatchObject({
    what: "Роль",
    kind: "Человек",
    thing: "Пётр Лишний",
    object: null,
    changes: [{ field: "Роль", before: "Специалист по охране труда", after: "Инженер ПТО" }],
  });
  expect(held).toMatchObject({
    what: "Состояние объекта",
    source: "chat",
    actor: { id: manager.id, fullName: manager.fullName },
    reason: "заказчик остановил работы",
    changes: [
      { field: "Состояние", before: "В работе", after: "Приостановлен" },
      { field: "На паузе с", before: null, after: "11.09.2026" },
    ],
  });
  expect(renamed).toMatchObject({ kind: "Объект", object: { id: object.id, name: "=СУММ(A1)" } });
  expect(renamed?.changes).toContainEqual({ field: "Срок", before: expect.any(String), after: "01.03.2027" });
});

test.each([
  ["reason", "no_material", "Нет материала"],
  ["code", "unloading", "Разгрузка"],
  ["party", "customer", "Заказчик"],
  ["gateMode", "accepted", "по приёмке этажа"],
  ["muted", ["tasks", "facts"], "задачи, факт"],
  ["facadeTypes", ["spk_modular"], "СПК модульный"],
  ["quantity", "12.500", "12,5"],
  ["planQty", "1200.000", "1\u202f200"],
  ["price", "84000.50", "84\u202f000,50\u00a0₽"],
  ["name", "1.2", "1.2"],
])("%s %o is said in words", (field, value, words) => {
  const told = { locale: "ru", timeZone: "Europe/Moscow", entityType: "object", people: {} } as const;
  expect(sayValue(field, value, told)).toBe(words);
});

describe("filters", () => {
  test.each([
    [{ kind: "user", from: "2026-09-12" }, ["user.change_role"]],
    [{ text: "остановить заказчиком" }, ["object.change_status"]],
    [{ text: "нет такого слова" }, []],
    [{ from: "2026-09-11", to: "2026-09-11" }, ["object.change_status"]],
    [{ from: "2026-09-13" }, []],
  ])("%o", async (asked, found) => expect(await actions(asked)).toEqual(found));

  test("by the actor's name, in any case", async () => {
    const who = manager.fullName.split(" ").at(-1)?.toLowerCase() ?? "";
    expect((await read({ who, from: "2026-09-01" })).items.map(({ actor }) => actor?.id)).toEqual([
      manager.id,
      manager.id,
    ]);
    expect((await read({ objectId: object.id, limit: 1 })).items[0]?.action).toBe("object.change_status");
  });

  test("by number require the kind", async () => {
    expect(fieldsOf(await refusalOf(read({ id: 1 })))).toEqual(["kind: entity_type_required"]);
    expect(await actions({ kind: "object", id: object.id, from: "2026-09-11" })).toEqual([
      "object.change_status",
    ]);
  });
});

test("pages follow without gaps", async () => {
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const page = await read({ limit: 3, ...(cursor === null ? {} : { cursor }) });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual((await read({ limit: 200 })).items.map(({ id }) => id));
});

describe("an export", () => {
  test("is recorded, and its file is for its maker alone and for a short time", async () => {
    const { key } = await exportAudit.run(world.ctx(director, at("2026-09-13")), { text: "заказчик" });
    const [row] = (await read({ limit: 1 })).items;
    expect(row).toMatchObject({ action: "audit.export", what: "Выгрузка журнала" });
    expect(row?.changes).toContainEqual({ field: "Отбор", before: null, after: "Текст: заказчик" });
    const rows = (actor: UserActor, now = at("2026-09-13").now) =>
      listExportedRows.run(world.ctx(actor, { now }), { key });
    expect((await rows(director)).items.map(({ action }) => action)).toEqual(["object.change_status"]);
    expect((await refusalOf(rows(await world.as("admin")))).code).toBe("not_found");
    expect((await refusalOf(rows(manager))).code).toBe("forbidden");
    expect((await refusalOf(rows(director, new Date("2026-09-13T09:16:00Z")))).code).toBe("not_found");
  });

  test("is refused without the right, and nothing is written", async () => {
    const before = await world.traces();
    expect((await refusalOf(exportAudit.run(world.ctx(manager), {}))).details.permission).toBe(
      "audit.view_company",
    );
    expect(await world.traces()).toEqual(before);
  });

  test("regression 13: no cell becomes a formula, and a line break stays in its cell", async () => {
    const [record] = (await read({ kind: "object", from: "2026-09-10", to: "2026-09-10" })).items;
    if (record === undefined) throw new Error("no record");
    const line = csvLine({ ...record, reason: 'он "сказал"\nи ушёл' }, director);
    expect(line).toContain(";'=СУММ(A1);");
    expect(line).toContain('"он ""сказал""\nи ушёл"');
    expect(csvHead("ru").startsWith("\u{feff}№;Когда;Кто")).toBe(true);
  });
});

test("a change of the team says who was added and who was removed, and their roles; nobody else", async () => {
  const there = await world.createTestObject({ team: ["project_manager", "pto"], volumes: [] });
  const gone = await world.createUser({ role: "safety", fullName: "Марк Ушедший" });
  const head = [{ userId: manager.id, roles: ["project_manager" as const] }];
  const places = [...head, { userId: gone.id, roles: ["safety" as const, "pto" as const] }];
  const set = (version: number, members: typeof places | typeof head) =>
    setObjectTeam.run(world.ctx(manager, { now: new Date(world.now.getTime() + version * 60_000) }), {
      objectId: there.id,
      version,
      members,
    });
  await set(there.version, places);
  await set(there.version + 1, head);
  const said = (await read({ objectId: there.id, kind: "object" })).items.map(({ changes }) => changes[0]);
  const pto = await world.as("pto");
  expect(said.slice(0, 2)).toEqual([
    { field: "Команда", before: "Марк Ушедший: Специалист по охране труда, Инженер ПТО", after: null },
    {
      field: "Команда",
      before: `${pto.fullName}: Инженер ПТО`,
      after: "Марк Ушедший: Специалист по охране труда, Инженер ПТО",
    },
  ]);
});
