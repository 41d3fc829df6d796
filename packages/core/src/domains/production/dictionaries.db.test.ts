import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { createCrew } from "./create-crew.ts";
import { createWorkType } from "./create-work-type.ts";
import { listCrews } from "./list-crews.ts";
import { listWorkTypes } from "./list-work-types.ts";

let world: World;
let manager: UserActor;
let objectId: number;
beforeAll(async () => {
  world = await createTestWorld();
  objectId = (await world.createTestObject({ volumes: [] })).id;
  manager = await world.as("project_manager");
});
afterAll(() => world.close());

const crewOf = (code: string) => ({ code, name: "Модули-1", lead: "Виталий Громов", size: 8, objectId });

test("a crew belongs to its object and is listed by code", async () => {
  const lead = await world.as("installer");
  const made = await createCrew.run(world.ctx(manager), { ...crewOf("БР-5"), leadUserId: lead.id });
  expect(made).toMatchObject({ code: "БР-5", objectId, leadUserId: lead.id, version: 1 });
  await createCrew.run(world.ctx(manager), crewOf("БР-1"));
  const { items } = await listCrews.run(world.ctx(lead), { objectId });
  expect(items.map((crew) => crew.code)).toEqual(["БР-1", "БР-5"]);
});

test("the list of crews is paged", async () => {
  const first = await listCrews.run(world.ctx(manager), { limit: 1 });
  const second = await listCrews.run(world.ctx(manager), { limit: 1, cursor: first.nextCursor ?? "" });
  expect([first, second].map((page) => page.items[0]?.code)).toEqual(["БР-1", "БР-5"]);
  expect(second.nextCursor).toBeNull();
});

test("a taken code, an unknown lead and a crew without an object are refused", async () => {
  const before = await world.traces();
  const taken = createCrew.run(world.ctx(manager), crewOf("БР-5"));
  expect(fieldsOf(await refusalOf(taken))).toEqual(["code: code_taken"]);
  const gone = await world.createUser({ status: "deactivated" });
  const led = createCrew.run(world.ctx(manager), { ...crewOf("БР-9"), leadUserId: gone.id });
  expect(fieldsOf(await refusalOf(led))).toEqual(["leadUserId: not_on_object"]);
  const byPto = createCrew.run(world.ctx(await world.as("pto")), {
    ...crewOf("БР-9"),
    leadUserId: (await world.as("installer")).id,
  });
  expect(await refusalOf(byPto)).toMatchObject({ code: "forbidden" });
  const alike = createCrew.run(world.ctx(manager), crewOf("бр−5"));
  expect(fieldsOf(await refusalOf(alike))).toEqual(["code: code_taken"]);
  const empty = createCrew.run(world.ctx(manager), { ...crewOf("БР-9"), size: 0 });
  expect((await refusalOf(empty)).code).toBe("validation_failed");
  expect(await world.traces()).toEqual(before);
});

test("crews of other users' objects give not_found, and an observer sees none", async () => {
  const stranger = await world.createUser({ role: "pto" });
  expect((await refusalOf(listCrews.run(world.ctx(stranger), { objectId }))).code).toBe("not_found");
  expect((await listCrews.run(world.ctx(stranger), {})).items).toEqual([]);
  const observer = await world.as("viewer");
  expect((await listCrews.run(world.ctx(observer), {})).items).toEqual([]);
  expect((await refusalOf(listCrews.run(world.ctx(observer), { objectId }))).code).toBe("forbidden");
  const foreign = createCrew.run(world.ctx(stranger), crewOf("БР-9"));
  expect((await refusalOf(foreign)).code).toBe("not_found");
});

test("works of a new installation are in building order", async () => {
  const { items } = await listWorkTypes.run(world.ctx(manager), {});
  expect(items.map((work) => work.code)).toEqual([
    "ГЕО",
    "БУР",
    "КРН-Н",
    "КРН-В",
    "НПР",
    "УТП",
    "МОД",
    "ГЕР",
    "РЕЗ",
    "КРЫ",
  ]);
  expect(items.find((work) => work.code === "МОД")).toMatchObject({
    unit: "шт",
    normHours: "5.2",
    group: "module",
  });
});

test("a new work is sorted last, and its norm is a decimal", async () => {
  const asked = { code: "ОТД", name: "Отделка откосов", unit: "м²" as const, normHours: "1,50" };
  const made = await createWorkType.run(world.ctx(manager), asked);
  expect(made).toMatchObject({ code: "ОТД", normHours: "1.5", sort: 110, requiresPhoto: false });
  const pages = [];
  let cursor: string | undefined;
  do {
    const page = await listWorkTypes.run(world.ctx(manager), {
      limit: 4,
      ...(cursor === undefined ? {} : { cursor }),
    });
    pages.push(page.items.map((work) => work.code));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(pages.map((codes) => codes.length)).toEqual([4, 4, 3]);
  expect(pages.at(-1)?.at(-1)).toBe("ОТД");
  expect(fieldsOf(await refusalOf(createWorkType.run(world.ctx(manager), asked)))).toEqual([
    "code: code_taken",
  ]);
});

test.each(["0", "-5", "NaN", "1e309", "", "1000000"])("a norm of «%s» is refused", async (normHours) => {
  const asked = { code: "Х", name: "Работа", unit: "шт" as const, normHours };
  const before = await world.traces();
  expect((await refusalOf(createWorkType.run(world.ctx(manager), asked))).code).toBe("validation_failed");
  expect(await world.traces()).toEqual(before);
});
