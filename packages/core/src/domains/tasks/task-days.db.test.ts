import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listMyTasks } from "./list-my-tasks.ts";
import {
  byDueDay,
  idsOf,
  INSTANTS,
  isDue,
  isOpen,
  type ManyTasks,
  newestOrder,
  openManyTasks,
  walk,
} from "./testing/many-tasks.ts";

let many: ManyTasks;
beforeAll(async () => {
  many = await openManyTasks();
});
afterAll(() => many.world.close());

describe.each(INSTANTS)("at %s", (instant) => {
  const now = new Date(instant);

  test.each(["overdue", "today", "week"] as const)("%s is by the object's own day", async (due) => {
    for (const sort of ["deadline", "-createdAt"] as const) {
      const found = idsOf(await many.listed({ due, state: "all", sort }, now));
      expect(found).toEqual(
        many.expected((row) => isDue(many, row, { due, now }), sort === "deadline" ? byDueDay : newestOrder),
      );
    }
    const mine = await walk((at) =>
      listMyTasks.run(many.world.ctx(many.foreman, { now }), { due, state: "all", ...at }),
    );
    const fits = many.rows.filter(
      (row) => row.assigneeId === many.foreman.id && isDue(many, row, { due, now }),
    );
    expect(idsOf(mine)).toEqual(idsOf(fits.toSorted(byDueDay)));
  });

  test("flags agree with the filters", async () => {
    for (const item of await many.listed({ state: "all" }, now)) {
      const row = many.rows.find(({ id }) => id === item.id);
      if (row === undefined) throw new Error("a task that was not made");
      expect([item.id, item.flags]).toEqual([
        item.id,
        {
          overdue: isDue(many, row, { due: "overdue", now }),
          today: isOpen(row) && isDue(many, row, { due: "today", now }),
        },
      ]);
    }
  });
});

test("regression 46: a task due today is still due today at 23:30 in Moscow, until the day turns at 06:00", async () => {
  const [task] = many.rows.filter(
    (row) => row.objectId === many.moscow && isOpen(row) && row.deadline === "2026-09-08",
  );
  const flagsAt = async (instant: string) =>
    (await many.listed({}, new Date(instant))).find(({ id }) => id === task?.id)?.flags;
  expect(await flagsAt("2026-09-08T20:30:00.000Z")).toEqual({ overdue: false, today: true });
  expect(await flagsAt("2026-09-09T02:59:00.000Z")).toEqual({ overdue: false, today: true });
  expect(await flagsAt("2026-09-09T03:00:00.000Z")).toEqual({ overdue: true, today: false });
});

test("delays count the object's working days, here Monday to Saturday", async () => {
  const lateAt = async (instant: string) =>
    Object.fromEntries(
      (await many.listed({}, new Date(instant))).map((item) => [item.deadline ?? "none", item.lateDays]),
    );
  expect(await lateAt("2026-09-08T07:00:00.000Z")).toMatchObject({
    "2026-09-01": 6,
    "2026-09-04": 3,
    "2026-09-05": 2,
    "2026-09-07": 1,
    "2026-09-08": 0,
    "2026-09-12": 0,
    none: 0,
  });
  expect(await lateAt("2026-09-06T07:00:00.000Z")).toMatchObject({ "2026-09-04": 1, "2026-09-05": 0 });
  const sunday = await many.listed({ due: "overdue" }, new Date("2026-09-06T07:00:00.000Z"));
  expect(sunday.some(({ deadline, lateDays }) => deadline === "2026-09-05" && lateDays === 0)).toBe(true);
});
