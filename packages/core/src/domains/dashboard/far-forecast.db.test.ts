import { afterAll, beforeAll, expect, test } from "vitest";
import { getObjectDashboard } from "../objects/index.ts";
import { createTestWorld, type World } from "../../testing/index.ts";
import { getDashboard } from "./get-dashboard.ts";

let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const DAYS = ["2026-09-01", "2026-09-02", "2026-09-03", "2026-09-04", "2026-09-07"];

/** An object of one cell with the same hours earned on each of five days. */
async function working(planQty: string, hours: string): Promise<number> {
  const volumes = [{ facade: "Юг", floor: "1", work: "МОД", planQty }];
  const { id } = await world.createTestObject({ facades: ["Юг"], floors: ["1"], volumes });
  for (const day of DAYS)
    await world.db.sql`insert into object_day_sums (object_id, work_type_id, day, quantity, hours)
      select ${id}::int, id, ${day}::date, 1, ${hours}::numeric from work_types where code = 'МОД'`;
  return id;
}
const shown = async (objectId: number) => {
  const ctx = world.ctx(await world.as("director"));
  const { objects } = await getDashboard.run(ctx, {});
  const { forecast } = await getObjectDashboard.run(ctx, { objectId });
  return { listed: objects.find(({ id }) => id === objectId), forecast };
};

test("a plan of a thousand million pieces has no forecast date, and the dashboard still works", async () => {
  const { listed, forecast } = await shown(await working("999999999", "0.001"));
  expect(listed).toMatchObject({ forecastDate: null, lateDays: null });
  expect(forecast).toEqual({ reason: "too_far" });
});

test("work for years ahead is not reported as lacking facts", async () => {
  const { forecast } = await shown(await working("100000", "8"));
  expect(forecast).toEqual({ reason: "too_far" });
});
