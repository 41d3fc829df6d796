import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type World } from "../../testing/index.ts";
import { getShiftLines } from "../shifts/index.ts";
import { enterFact, getFactForm } from "./index.ts";
import { readDayCard } from "./read-day-card.ts";

const [SATURDAY, SUNDAY] = ["2026-09-12", "2026-09-13"];
let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

test("of a day off nothing is planned: the form, the shift and the day's card count what is entered alone", async () => {
  const { id: objectId, cell } = await world.createTestObject();
  const foreman = await world.as("construction_itr");
  const now = new Date(`${SUNDAY}T12:00:00Z`);
  const ctx = world.ctx(foreman, { now });
  const counted = async (date: string) => {
    const { counts, dayOff, lines } = await getFactForm.run(ctx, { objectId, date });
    const { entered, total } = await readDayCard(world.db, { objectId, date, now });
    const shift = await getShiftLines.run(ctx, { objectId, date });
    return {
      dayOff,
      offered: lines.length > 0,
      form: counts.all,
      card: { entered, total },
      shift: shift.lines,
    };
  };
  const none = { entered: 0, total: 0 };
  expect(await counted(SUNDAY)).toEqual({ dayOff: true, offered: true, form: none, card: none, shift: none });
  await enterFact.run(ctx, { objectId, floorVolumeId: cell("Юг", "1", "МОД"), date: SUNDAY, quantity: "2" });
  const one = { entered: 1, total: 0 };
  expect(await counted(SUNDAY)).toMatchObject({ dayOff: true, form: one, card: one, shift: { entered: 1 } });
  const saturday = await counted(SATURDAY);
  expect(saturday.dayOff).toBe(false);
  expect(saturday.form.total).toBeGreaterThan(1);
  expect(saturday.card.total).toBe(saturday.form.total);
});
