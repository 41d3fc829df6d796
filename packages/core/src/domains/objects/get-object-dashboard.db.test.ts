import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type World } from "../../testing/index.ts";
import { decideFact, enterFact } from "../facts/index.ts";
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

test("an observer's day counts confirmed entries alone, neither waiting nor returned ones", async () => {
  const { id: objectId, cell } = await world.createTestObject({ team: ["viewer", "construction_itr"] });
  const foreman = world.ctx(await world.as("construction_itr"));
  const manager = world.ctx(await world.as("project_manager"));
  const day = { objectId, date: "2026-09-08" };
  const enter = async (facade: string, floor: string, quantity: string) =>
    (await enterFact.run(foreman, { ...day, floorVolumeId: cell(facade, floor, "МОД"), quantity } as never))
      .fact;
  const decide = ({ id: factId, version }: { id: number; version: number }, move: "confirm" | "return") =>
    decideFact.run(manager, {
      factId,
      version,
      move,
      ...(move === "return" ? { reason: "шов не заполнен" } : {}),
    } as never);
  await decide(await enter("Юг", "1", "10"), "confirm");
  await decide(await enter("Юг", "2", "5"), "return");
  await enter("Запад", "1", "3");
  const today = async (role: "project_manager" | "viewer") =>
    (await getObjectDashboard.run(world.ctx(await world.as(role)), { objectId })).today;
  const [all, confirmed] = [await today("project_manager"), await today("viewer")];
  expect([all.entries, all.modules]).toEqual([3, "18"]);
  expect([confirmed.entries, confirmed.modules]).toEqual([1, "10"]);
  expect(Number(confirmed.points)).toBeLessThan(Number(all.points));
});

test("who manages the team is warned while nobody but one may confirm facts", async () => {
  const read = async (objectId: number, role: "project_manager" | "supply") =>
    (await getObjectDashboard.run(world.ctx(await world.as(role)), { objectId })).nobodyConfirms;
  const alone = await world.createTestObject({ team: ["supply"] });
  expect([await read(alone.id, "project_manager"), await read(alone.id, "supply")]).toEqual([
    true,
    undefined,
  ]);
  const both = await world.createTestObject({ team: ["pto"] });
  expect(await read(both.id, "project_manager")).toBe(false);
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
