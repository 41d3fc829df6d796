import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type World } from "../../testing/index.ts";
import { listMyApprovals } from "../verbs.ts";
import { changeDefectStatus, listDefects } from "./index.ts";
import { insertDefect } from "./testing/insert-defect.ts";

let world: World;
let manager: UserActor;
let foreman: UserActor;
let installer: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  await world.createTestObject();
  manager = await world.as("project_manager");
  foreman = await world.as("construction_itr");
  installer = await world.as("installer");
});
afterAll(() => world.close());

const at = async (actor: UserActor) => world.ctx(await world.again(actor));

test("the worst come first, then the oldest; what is over is another list", async () => {
  const { id: objectId, ...parts } = await world.createTestObject();
  const here = { id: objectId, facadeId: parts.facadeId, floorId: parts.floorId };
  const ctx = world.ctx(manager);
  let number = 0;
  const add = (title: string, severity: string, status = "open") =>
    insertDefect(ctx, here, {
      number: (number += 1),
      title,
      severity,
      status,
      reporterId: foreman.id,
      responsibleId: installer.id,
    } as never);
  for (const [title, severity] of [
    ["а", "minor"],
    ["б", "critical"],
    ["в", "major"],
    ["г", "critical"],
  ] as const)
    await add(title, severity);
  await add("д", "critical", "verified");
  const titles = async (query: object = {}) => {
    const ctxNow = await at(manager);
    const { items } = await listDefects.run(ctxNow, { objectId, ...query });
    return items.map(({ title }) => title).join("");
  };
  expect(await titles()).toBe("бгва");
  expect(await titles({ state: "finished" })).toBe("д");
  expect(await titles({ severity: "critical", state: "all" })).toBe("бгд");
  expect(await titles({ search: "ДФ-3" })).toBe("в");
});

test("what waits is called by its number in the language of its reader, and found by it", async () => {
  const { id: objectId, ...parts } = await world.createTestObject();
  const here = { id: objectId, facadeId: parts.facadeId, floorId: parts.floorId };
  await insertDefect(world.ctx(manager), here, { number: 7, title: "Скол", reporterId: foreman.id });
  const open = await insertDefect(world.ctx(manager), here, {
    number: 8,
    title: "Шов",
    status: "assigned",
    reporterId: foreman.id,
    responsibleId: installer.id,
  });
  await changeDefectStatus.run(await at(installer), { defectId: open, version: 1, move: "start" });
  const titles = async (locale: "ru" | "en") => {
    const ctx = world.ctx({ ...(await world.again(installer)), locale });
    const { items } = await listMyApprovals.run(ctx, { kind: "defect_to_fix" });
    return items.filter((item) => item.objectId === objectId).map(({ title }) => title);
  };
  expect(await titles("ru")).toEqual(["ДФ-8 · Шов"]);
  expect(await titles("en")).toEqual(["DF-8 · Шов"]);
  for (const search of ["ДФ-7", "DF-7"]) {
    const { items } = await listDefects.run(await at(manager), { objectId, search });
    expect(items.map(({ title }) => title)).toEqual(["Скол"]);
  }
});
