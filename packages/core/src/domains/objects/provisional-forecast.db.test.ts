import { afterAll, beforeAll, expect, test } from "vitest";
import { enterFact } from "../facts/index.ts";
import { createTestWorld, type World } from "../../testing/index.ts";
import { getObjectDashboard } from "./get-object-dashboard.ts";

let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const DAYS = ["2026-09-01", "2026-09-02", "2026-09-03", "2026-09-04", "2026-09-07"];

/** An object with ten modules done on each of five days. */
async function worked(planQty: string, deadline: string) {
  const volumes = [{ facade: "Юг", floor: "1", work: "МОД", planQty }];
  const object = await world.createTestObject({
    passport: { deadline },
    facades: ["Юг"],
    floors: ["1"],
    volumes,
  });
  const ctx = world.ctx(await world.as("project_manager"));
  const line = { objectId: object.id, floorVolumeId: object.cell("Юг", "1", "МОД"), workers: 4 };
  for (const date of DAYS) await enterFact.run(ctx, { ...line, date, quantity: "10" });
  return { ctx, objectId: object.id };
}

async function forecastOf(planQty: string, deadline: string) {
  const { ctx, objectId } = await worked(planQty, deadline);
  return (await getObjectDashboard.run(ctx, { objectId })).forecast;
}

test("a forecast within published years is not provisional", async () => {
  expect(await forecastOf("200", "2026-10-17")).toMatchObject({
    date: "2026-09-25",
    lateDays: -22,
    provisional: false,
  });
});

test("a forecast that reaches into an unpublished year is provisional", async () => {
  const forecast = await forecastOf("1150", "2026-12-31");
  expect(forecast).toMatchObject({ date: expect.stringMatching(/^2027-01-\d\d$/), provisional: true });
});

test.each(["2027-01-05", "2027-06-30"])(
  "a deadline of %s in an unpublished year makes it provisional",
  async (deadline) => {
    expect(await forecastOf("200", deadline)).toMatchObject({ date: "2026-09-25", provisional: true });
  },
);

test("without a deadline there is a forecast, but no lateness", async () => {
  const { ctx, objectId } = await worked("200", "2026-10-17");
  await world.db.sql`update objects set deadline = null where id = ${objectId}`;
  const { forecast, object } = await getObjectDashboard.run(ctx, { objectId });
  expect(object).toMatchObject({ deadline: null, week: null });
  expect(forecast).toMatchObject({ date: "2026-09-25", lateDays: null, provisional: false });
});
