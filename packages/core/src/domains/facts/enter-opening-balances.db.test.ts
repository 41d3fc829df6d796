import { afterAll, beforeAll, expect, it } from "vitest";
import { getObjectDashboard } from "../objects/index.ts";
import { type TestObject, fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { enterFact } from "./enter-fact.ts";
import { enterOpeningBalances } from "./enter-opening-balances.ts";
import { getFactForm } from "./get-fact-form.ts";

let world: World;
let object: TestObject;

beforeAll(async () => {
  world = await createTestWorld();
  object = await world.createTestObject();
});
afterAll(() => world.close());

const balance = async (rows: { floorVolumeId: number; quantity: string }[]) =>
  enterOpeningBalances.run(world.ctx(await world.as("pto")), {
    objectId: object.id,
    date: "2026-06-01",
    rows,
  });

it("count in sums and progress, but not in a day, the pace or yesterday's figure", async () => {
  const cell = object.cell("Юг", "1", "КРН-Н");
  expect(await balance([{ floorVolumeId: cell, quantity: "20" }])).toEqual({ entered: 1 });
  const manager = world.ctx(await world.as("project_manager"));
  const board = await getObjectDashboard.run(manager, { objectId: object.id });
  expect(board.brackets).toMatchObject({ plan: "148", fact: "20" });
  expect(board.rate?.reached).toBeNull();
  const form = await getFactForm.run(manager, { objectId: object.id });
  const line = [...form.lines, ...form.others].find((one) => one.floorVolumeId === cell);
  expect(line).toMatchObject({ done: "20", remaining: "17", yesterday: null });
  const days = await world.db.read("select 1 from object_day_sums where object_id = $1", [object.id]);
  expect(days).toHaveLength(0);
});

it("are entered once per cell and before its first entry", async () => {
  const cell = object.cell("Юг", "2", "КРН-Н");
  const foreman = world.ctx(await world.as("construction_itr"));
  await enterFact.run(foreman, {
    objectId: object.id,
    floorVolumeId: cell,
    date: "2026-09-08",
    quantity: "1",
  });
  const before = await world.traces();
  const refused = await refusalOf(balance([{ floorVolumeId: cell, quantity: "5" }]));
  expect(refused).toMatchObject({
    code: "conflict",
    details: { sentence: "cell_has_entries", current: [cell] },
  });
  const free = object.cell("Запад", "1", "КРН-Н");
  const twice = [
    { floorVolumeId: free, quantity: "5" },
    { floorVolumeId: free, quantity: "6" },
  ];
  expect(fieldsOf(await refusalOf(balance(twice)))).toEqual(["rows: cell_twice"]);
  expect(await world.traces()).toEqual(before);
});
