import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestObject, createTestWorld, type World } from "../../testing/index.ts";
import { getFactForm } from "./get-fact-form.ts";
import { readDayCard } from "./read-day-card.ts";
import { type FactScene, openFactScene, TODAY } from "./testing/fact-scene.ts";

let world: World;
let object: TestObject;
let modules: FactScene["modules"];
let enter: FactScene["enter"];

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  ({ object, modules, enter } = await openFactScene(world));
});

const foreman = () => world.as("construction_itr");
describe("the form of a day", () => {
  it("starts with the current line, its plan by pace, yesterday's figure and the remainder", async () => {
    await enter({ date: "2026-09-07", quantity: "10" });
    const form = await getFactForm.run(world.ctx(await foreman()), { objectId: object.id });
    expect(form).toMatchObject({ date: TODAY, today: TODAY, earliest: "2026-08-31", dayOff: false });
    expect(form.lines[0]).toMatchObject({
      floorVolumeId: modules,
      done: "10",
      remaining: "26",
      planToday: "10",
      yesterday: { quantity: "10", date: "2026-09-07" },
      today: null,
    });
  });

  it("leads to the next floor once a floor is finished, and shows the sum entered for the day", async () => {
    await enter({ date: "2026-09-07", quantity: "36" });
    const { fact } = await enter({ floorVolumeId: object.cell("Запад", "1", "МОД"), quantity: "4" });
    const form = await getFactForm.run(world.ctx(await foreman()), { objectId: object.id });
    expect(form.lines.slice(0, 2).map((line) => [line.facade, line.floor, line.workType.code])).toEqual([
      ["Запад", "1", "МОД"],
      ["Юг", "2", "МОД"],
    ]);
    expect(form.lines[0]?.today).toMatchObject({ quantity: "4", factId: fact.id });
  });

  it("says that the reader's shift is closed, until it is opened again", async () => {
    const ctx = world.ctx(await foreman());
    const read = async () => (await getFactForm.run(ctx, { objectId: object.id })).closed;
    expect(await read()).toBe(false);
    await world.db.sql`insert into shift_closings (object_id, date, shift, closed_at, whole, silent)
      values (${object.id}, ${TODAY}, 'day', ${world.now}, true, '[]')`;
    expect(await read()).toBe(true);
    await world.db
      .sql`update shift_closings set reopened_at = ${world.now}, reopened_by = ${(await foreman()).id}
      where object_id = ${object.id}`;
    expect(await read()).toBe(false);
  });

  it("lists at most twelve lines before the others", async () => {
    const floors = Array.from({ length: 14 }, (_, n) => String(n + 1));
    const tall = await world.createTestObject({ floors });
    const ctx = world.ctx(await foreman());
    const form = await getFactForm.run(ctx, { objectId: tall.id });
    expect(form.lines).toHaveLength(12);
    expect(form).toMatchObject({ others: [], othersCount: 14 * 4 - 12 });
    const whole = await getFactForm.run(ctx, { objectId: tall.id, others: "true" });
    expect(whole.others).toHaveLength(14 * 4 - 12);
  });
});

describe("the day's card", () => {
  it("summarizes the day for the project manager", async () => {
    await enter({ date: "2026-09-07", quantity: "20" });
    await enter({ quantity: "10" });
    const card = await readDayCard(world.db, { objectId: object.id, date: TODAY, now: world.now });
    expect(card).toMatchObject({
      objectName: "СПК Блок Б",
      entered: 1,
      by: [{ name: "Сергей Белов", behalf: null }],
      modules: { fact: "10", plan: "16" },
      brackets: null,
      photos: 0,
    });
    expect(card.deviations).toEqual([
      { work: "Монтаж модулей", facade: "Юг", floor: "1", fact: "10", plan: "16", reason: null },
    ]);
  });

  it("counts the lines that the form counts", async () => {
    await enter({ date: "2026-09-07", quantity: "20" });
    await enter({ quantity: "10" });
    await enter({ quantity: "3", floorVolumeId: object.cell("Запад", "1", "МОД") });
    const form = await getFactForm.run(world.ctx(await foreman()), { objectId: object.id });
    const card = await readDayCard(world.db, { objectId: object.id, date: TODAY, now: world.now });
    const done = form.lines.filter(({ today }) => today !== null).length;
    expect([card.entered, card.total]).toEqual([done, form.lines.length]);
    expect(card.total).toBeGreaterThan(card.entered);
  });
});
