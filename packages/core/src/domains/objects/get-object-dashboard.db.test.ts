import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type World } from "../../testing/index.ts";
import { getObjectDashboard } from "./get-object-dashboard.ts";

let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

test("an observer is shown no forecast and no pace, neither of the object nor of a work", async () => {
  const { id: objectId } = await world.createTestObject({ team: ["viewer"] });
  const read = async (role: "project_manager" | "viewer") =>
    getObjectDashboard.run(world.ctx(await world.as(role)), { objectId });
  const managers = await read("project_manager");
  expect(managers).toHaveProperty("forecast");
  expect(managers.workTypes.map((work) => "rate" in work)).toEqual([true, true]);
  const observers = await read("viewer");
  expect(observers).not.toHaveProperty("forecast");
  expect(observers).not.toHaveProperty("rate");
  expect(observers.workTypes.map((work) => [work.plan, "rate" in work])).toEqual([
    ["148", false],
    ["144", false],
  ]);
});

test("the project week is shown from the first one on", async () => {
  const { id: objectId } = await world.createTestObject({
    passport: { startDate: "2026-10-07", deadline: "2026-12-30" },
    team: [],
    volumes: [],
  });
  const weekAt = async (now: string) => {
    const ctx = world.ctx(await world.as("project_manager"), { now: new Date(now) });
    return (await getObjectDashboard.run(ctx, { objectId })).object.week;
  };
  expect(await weekAt("2026-10-02T09:00:00.000Z")).toBeNull();
  expect(await weekAt("2026-10-05T09:00:00.000Z")).toEqual({ current: 1, last: 13 });
});
