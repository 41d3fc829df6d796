import { addDays, isoWeekday } from "../../../kernel/index.ts";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rebuildPlanCurves } from "../../plan/index.ts";
import { createTestWorld, type World } from "../../../testing/index.ts";
import { rebuildWorkdays } from "../index.ts";
import { getObjectCalendar } from "./get-object-calendar.ts";
import { previewCalendar } from "./preview-calendar.ts";
import { saveCalendar } from "./save-calendar.ts";
import { saveObjectCalendar } from "./save-object-calendar.ts";
import { derivedOf } from "./testing/derived.ts";

let world: World;
let admin: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  admin = await world.as("admin");
});
afterAll(() => world.close());

const FIVE_DAYS = { workWeek: [1, 2, 3, 4, 5], followTransfers: true, deadline: "2027-06-30" };
const bare = (passport: object) => world.createTestObject({ passport, team: [], volumes: [] });
const rest = (from: string, count: number) =>
  Array.from({ length: count }, (_, at) => addDays(from, at))
    .filter((day) => isoWeekday(day) < 6)
    .map((day) => ({ day, working: false }));
const published = (...daysOff: string[]) => ({ daysOff, workingWeekends: [], shortDays: [] });

test("saving changes as many objects as the preview said", async () => {
  await bare(FIVE_DAYS);
  const resting = await bare(FIVE_DAYS);
  const days = [{ day: "2028-02-24", working: false }];
  await saveObjectCalendar.run(world.ctx(admin), { objectId: resting.id, version: resting.version, days });
  await bare({
    workWeek: [1, 2, 3, 4, 5],
    followTransfers: true,
    startDate: "2024-01-09",
    contractDate: "2024-01-15",
    deadline: "2024-12-30",
  });
  await bare({ workWeek: [1, 2, 3, 4, 5, 6], followTransfers: false, deadline: "2027-06-30" });
  const asked = { year: 2028, ...published("2028-02-24", "2028-11-06") };
  const preview = await previewCalendar.run(world.ctx(admin), asked);
  expect(preview).toMatchObject({ objects: 4, rescheduled: 1, moved: 0 });
  const saved = await saveCalendar.run(world.ctx(admin), { version: null, ...asked });
  expect(saved.objects).toBe(preview.rescheduled);
});

test("a plan that falls into a long rest of its object moves to the day after it", async () => {
  const volumes = [
    {
      facade: "Юг",
      floor: "1",
      work: "МОД",
      planQty: "36",
      planStart: "2029-01-15",
      planFinish: "2029-01-18",
    },
  ];
  const { id, version } = await world.createTestObject({
    passport: { ...FIVE_DAYS, deadline: "2028-06-30" },
    team: [],
    facades: ["Юг"],
    floors: ["1"],
    volumes,
  });
  const days = rest("2029-01-10", 90);
  await saveObjectCalendar.run(world.ctx(admin), { objectId: id, version, days });
  const before = await derivedOf(world, id);
  expect(before.curve).toMatchObject([{ day: "2029-04-10" }]);
  await saveCalendar.run(world.ctx(admin), { year: 2029, version: null, ...published("2029-04-10") });
  const after = await derivedOf(world, id);
  expect(after.curve).toMatchObject([{ day: "2029-04-11" }]);
  await world.db.orm.transaction(async (tx) => {
    await rebuildWorkdays(tx, id);
    await rebuildPlanCurves(tx, [id]);
  });
  expect(await derivedOf(world, id)).toEqual(after);
});

test("days are shown up to the last possible one", async () => {
  const { id: objectId } = await bare(FIVE_DAYS);
  const { to, days } = await getObjectCalendar.run(world.ctx(admin), { objectId, from: "2100-12-30" });
  expect([to, days.map(({ day }) => day)]).toEqual(["2100-12-31", ["2100-12-30", "2100-12-31"]]);
});
