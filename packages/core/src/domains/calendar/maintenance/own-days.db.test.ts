import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getObject } from "../../objects/index.ts";
import { fieldsOf, createTestWorld, refusalOf, type World } from "../../../testing/index.ts";
import { getObjectCalendar } from "./get-object-calendar.ts";
import { previewObjectCalendar } from "./preview-object-calendar.ts";
import { saveObjectCalendar } from "./save-object-calendar.ts";
import { derivedOf } from "./testing/derived.ts";

let world: World;
let admin: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  admin = await world.as("admin");
});
afterAll(() => world.close());

const derived = (objectId: number) => derivedOf(world, objectId);

describe("an object's own days", () => {
  test("are previewed, saved, shown, and removed", async () => {
    const { id: objectId, version } = await world.createTestObject({ team: ["project_manager"] });
    const ctx = world.ctx(await world.as("project_manager"));
    const days = [
      { day: "2026-09-13", working: true },
      { day: "2026-09-14", working: false },
      { day: "2026-09-15", working: false },
    ];
    const traces = await world.traces();
    const preview = await previewObjectCalendar.run(ctx, { objectId, days });
    const left = preview.shift?.workdaysLeft;
    expect(preview).toMatchObject({ days: 3, cells: 4, shift: { finishAfter: "2026-10-19" } });
    expect((left?.before ?? 0) - (left?.after ?? 0)).toBe(1);
    expect(await world.traces()).toEqual(traces);
    const before = await derived(objectId);
    const saved = await saveObjectCalendar.run(ctx, { objectId, version, days: days.toReversed() });
    expect(saved).toEqual({ objectId, version: version + 1, days: 3 });
    const range = { objectId, from: "2026-09-12", to: "2026-09-15" };
    const shown = await getObjectCalendar.run(ctx, range);
    expect(shown).toMatchObject({ workdays: 2, provisional: false, overrides: days, version: version + 1 });
    expect(shown.days.map(({ working, own }) => [working, own])).toEqual([
      [true, false],
      [true, true],
      [false, true],
      [false, true],
    ]);
    expect((await derived(objectId)).curve).not.toEqual(before.curve);
    await saveObjectCalendar.run(ctx, { objectId, version: version + 1, days: [] });
    expect(await derived(objectId)).toEqual(before);
  });

  test("in an unpublished year are reported as provisional", async () => {
    const { id: objectId } = await world.createTestObject({
      passport: { deadline: "2030-03-01" },
      team: [],
      volumes: [],
    });
    const ctx = world.ctx(admin);
    const range = { objectId, from: "2029-12-31", to: "2030-01-01" };
    expect((await getObjectCalendar.run(ctx, range)).provisional).toBe(true);
    expect((await previewObjectCalendar.run(ctx, { objectId, days: [] })).shift?.provisional).toBe(true);
    expect((await getObject.run(ctx, { objectId })).calendarProvisional).toBe(true);
  });

  test("are refused when repeated, in a range too long or reversed, from an older version, and without the right", async () => {
    const { id: objectId, version } = await world.createTestObject({ team: ["pto"], volumes: [] });
    const ctx = world.ctx(admin);
    const day = { day: "2026-09-13", working: true };
    const before = await world.traces();
    const named = async (work: Promise<unknown>) => fieldsOf(await refusalOf(work));
    const twice = { objectId, version, days: [day, day] };
    expect(await named(saveObjectCalendar.run(ctx, twice))).toEqual(["days.1.day: given_twice"]);
    const back = { objectId, from: "2026-09-13", to: "2026-09-12" };
    expect(await named(getObjectCalendar.run(ctx, back))).toEqual(["to: dates_order"]);
    const long = { objectId, from: "2026-01-01", to: "2027-12-31" };
    expect(await named(getObjectCalendar.run(ctx, long))).toEqual(["to: range_too_long"]);
    const stale = saveObjectCalendar.run(ctx, { objectId, version: version + 1, days: [day] });
    expect((await refusalOf(stale)).code).toBe("version_conflict");
    const clerk = world.ctx(await world.as("pto"));
    const his = saveObjectCalendar.run(clerk, { objectId, version, days: [day] });
    expect((await refusalOf(his)).details.permission).toBe("object.edit");
    expect(await world.traces()).toEqual(before);
  });
});
