import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, fieldsOf, refusalOf, type World } from "../../testing/index.ts";
import { createWorkType } from "./create-work-type.ts";
import { listWorkTypes } from "./list-work-types.ts";
import { updateWorkType } from "./update-work-type.ts";

let world: World;
let manager: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  manager = await world.as("project_manager");
});
afterAll(() => world.close());

const fresh = (code: string) =>
  createWorkType.run(world.ctx(manager), { code, name: "Отделка откосов", unit: "м²", normHours: "1,50" });

test("name, unit, norm and the photo of a work that nobody plans change together", async () => {
  const { id: workTypeId } = await fresh("ОТД");
  const asked = {
    workTypeId,
    version: 1,
    name: "Откосы",
    unit: "м.п." as const,
    normHours: "0,8",
    requiresPhoto: true,
  };
  expect(await updateWorkType.run(world.ctx(manager), asked)).toMatchObject({
    code: "ОТД",
    name: "Откосы",
    unit: "м.п.",
    normHours: "0.8",
    requiresPhoto: true,
    version: 2,
  });
});

test("of a planned work unit and norm stay, its name may change", async () => {
  const object = await world.createTestObject({
    volumes: [{ facade: "Юг", floor: "1", work: "МОД", planQty: "36" }],
  });
  expect(object.id).toBeGreaterThan(0);
  const { items } = await listWorkTypes.run(world.ctx(manager), {});
  const module = items.find(({ code }) => code === "МОД");
  if (module === undefined) throw new Error("there is no such work");
  const change = { workTypeId: module.id, version: module.version };
  const before = await world.traces();
  for (const part of [{ unit: "м²" as const }, { normHours: "1" }]) {
    const refused = await refusalOf(updateWorkType.run(world.ctx(manager), { ...change, ...part }));
    expect(fieldsOf(refused)).toEqual([`${Object.keys(part)[0]}: work_is_planned`]);
  }
  expect(await world.traces()).toEqual(before);
  const named = await updateWorkType.run(world.ctx(manager), { ...change, name: "Модули фасада" });
  expect(named).toMatchObject({ name: "Модули фасада", unit: module.unit });
});

test("an old version, the same values and a norm too large are refused, and nothing is written", async () => {
  const { id: workTypeId } = await fresh("ОТД-2");
  const before = await world.traces();
  const run = (input: object) =>
    refusalOf(updateWorkType.run(world.ctx(manager), { workTypeId, ...input } as never));
  expect((await run({ version: 7, name: "Иначе" })).code).toBe("version_conflict");
  expect(fieldsOf(await run({ version: 1, normHours: "1.5" }))).toEqual([": nothing_to_change"]);
  expect(fieldsOf(await run({ version: 1, normHours: "1000000" }))).toEqual(["normHours: norm_too_large"]);
  expect(await world.traces()).toEqual(before);
});
