import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { addFacades } from "./add-facades.ts";
import { addFloors } from "./add-floors.ts";
import { getObject } from "./get-object.ts";
import { updateFloor } from "./update-floor.ts";

let world: World;
let admin: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  admin = await world.as("admin");
});
afterAll(() => world.close());

const bare = () => world.createTestObject({ facades: ["Юг"], floors: ["1"], volumes: [], active: false });

test("regression 39: floors 0, −1 and «тех» are ordinary floors, in their order", async () => {
  const { id, version } = await bare();
  const floors = [
    { code: "тех", sort: 99 },
    { code: "−1", sort: -2 },
    { code: "0", sort: -1 },
  ];
  const added = await addFloors.run(world.ctx(admin), { objectId: id, version, floors });
  expect(added.floors.map((floor) => floor.code)).toEqual(["тех", "−1", "0"]);
  const card = await getObject.run(world.ctx(admin), { objectId: id });
  expect(card.floors.map((floor) => floor.code)).toEqual(["−1", "0", "1", "тех"]);
});

test("an existing floor is refused with its index", async () => {
  const { id, version } = await bare();
  const before = await world.traces();
  const ask = async (floors: { code: string; sort: number }[]) =>
    fieldsOf(await refusalOf(addFloors.run(world.ctx(admin), { objectId: id, version, floors })));
  const second = { code: "2", sort: 7 };
  expect(await ask([second, { code: "1", sort: 8 }])).toEqual(["floors.1.code: code_taken"]);
  expect(await ask([second, { code: "2", sort: 8 }])).toEqual(["floors.1.code: code_taken"]);
  expect(await ask([second, { code: "3", sort: 7 }])).toEqual(["floors.1.sort: sort_taken"]);
  expect(await world.traces()).toEqual(before);
});

test("facades are added in order, a second one with the same code is refused", async () => {
  const { id, version } = await bare();
  const facades = [{ code: "Ю-З", name: "Угол", sort: 5 }];
  const added = await addFacades.run(world.ctx(admin), { objectId: id, version, facades });
  expect(added.version).toBe(version + 1);
  const again = addFacades.run(world.ctx(admin), { objectId: id, version: added.version, facades });
  expect(fieldsOf(await refusalOf(again))).toEqual(["facades.0.code: code_taken"]);
  const card = await getObject.run(world.ctx(admin), { objectId: id });
  expect(card.facades.map((facade) => facade.code)).toEqual(["Юг", "Ю-З"]);
});

test("of two parallel additions of the same floor one succeeds", async () => {
  const { id, version } = await bare();
  const ask = () =>
    addFloors.run(world.ctx(admin), { objectId: id, version, floors: [{ code: "5", sort: 5 }] });
  const outcomes = await Promise.allSettled([ask(), ask()]);
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("an archived object cannot be changed", async () => {
  const { id, version } = await bare();
  await world.db.sql`update objects set status = 'archived' where id = ${id}`;
  const ask = addFloors.run(world.ctx(admin), { objectId: id, version, floors: [{ code: "5", sort: 5 }] });
  expect(await refusalOf(ask)).toMatchObject({ code: "conflict", details: { sentence: "object_is_over" } });
});

test("codes that look alike count as equal, because users could not tell such floors apart on a button", async () => {
  const { id, version } = await bare();
  const ctx = world.ctx(admin);
  const first = [
    { code: "−1", sort: -1 },
    { code: "Тех", sort: 98 },
  ];
  const added = await addFloors.run(ctx, { objectId: id, version, floors: first });
  const ask = (floors: { code: string; sort: number }[]) =>
    addFloors.run(ctx, { objectId: id, version: added.version, floors });
  const before = await world.traces();
  for (const code of ["-1", "–1", "тех"]) {
    const floors = [
      { code: "7", sort: 7 },
      { code, sort: 8 },
    ];
    expect(fieldsOf(await refusalOf(ask(floors)))).toEqual(["floors.1.code: code_taken"]);
  }
  const [floorId = 0, techId = 0] = added.floors.map((floor) => floor.id);
  const renamed = updateFloor.run(ctx, { floorId: techId, version: 1, code: "-1" });
  expect(fieldsOf(await refusalOf(renamed))).toEqual(["code: code_taken"]);
  expect(await world.traces()).toEqual(before);
  expect(await updateFloor.run(ctx, { floorId, version: 1, code: "-1" })).toMatchObject({ code: "-1" });
});
