import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { enterFact } from "./enter-fact.ts";
import { listFacts } from "./list-facts.ts";

let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

test("an observer is shown confirmed entries and refused a filter by another status", async () => {
  const object = await world.createTestObject({ team: ["construction_itr", "viewer"] });
  const entry = {
    objectId: object.id,
    floorVolumeId: object.cell("Юг", "1", "МОД"),
    date: "2026-09-08",
    quantity: "3",
  };
  await enterFact.run(world.ctx(await world.as("construction_itr")), entry);
  const observer = world.ctx(await world.as("viewer"));
  const list = (status?: "confirmed" | "submitted" | "returned") =>
    listFacts.run(observer, { objectId: object.id, ...(status === undefined ? {} : { status }) });
  expect((await list()).items).toEqual([]);
  expect((await list("confirmed")).items).toEqual([]);
  for (const status of ["submitted", "returned"] as const) {
    const { code, details } = await refusalOf(list(status));
    expect([code, details.sentence]).toEqual(["forbidden", "observer_sees_confirmed"]);
  }
  const manager = world.ctx(await world.as("project_manager"));
  const waiting = await listFacts.run(manager, { objectId: object.id, status: "submitted" });
  expect(waiting.items).toHaveLength(1);
});

test("of today are those of the object's own day, at any hour of it", async () => {
  const object = await world.createTestObject({ team: ["construction_itr"] });
  const foreman = await world.as("construction_itr");
  const enter = async (date: string, floor: string) => {
    const floorVolumeId = object.cell("Юг", floor, "МОД");
    const entry = { objectId: object.id, floorVolumeId, date, quantity: "3" };
    return (await enterFact.run(world.ctx(foreman), entry)).fact.id;
  };
  const [before, now] = [await enter("2026-09-07", "1"), await enter("2026-09-08", "2")];
  const idsAt = async (instant: string) => {
    const ctx = world.ctx(foreman, { now: new Date(instant) });
    return (await listFacts.run(ctx, { objectId: object.id, day: "today" })).items.map(({ id }) => id);
  };
  expect(await idsAt("2026-09-08T20:59:00.000Z")).toEqual([now]);
  // The day of the object begins at 06:00 in its own zone.
  expect(await idsAt("2026-09-08T02:59:00.000Z")).toEqual([before]);
  expect(await idsAt("2026-09-08T03:01:00.000Z")).toEqual([now]);
});
