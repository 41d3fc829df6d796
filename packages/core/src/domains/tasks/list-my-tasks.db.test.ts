import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listMyTasks } from "./list-my-tasks.ts";
import {
  byDueDay,
  idsOf,
  isOpen,
  type ManyTasks,
  openManyTasks,
  type Row,
  walk,
} from "./testing/many-tasks.ts";

let many: ManyTasks;
beforeAll(async () => {
  many = await openManyTasks();
});
afterAll(() => many.world.close());

describe("my tasks", () => {
  test.each([
    ["assignee", "open", (row: Row) => row.assigneeId === many.manager.id && isOpen(row)],
    ["assignee", "finished", (row: Row) => row.assigneeId === many.manager.id && !isOpen(row)],
    ["creator", "open", (row: Row) => row.creatorId === many.manager.id && isOpen(row)],
    ["creator", "all", (row: Row) => row.creatorId === many.manager.id],
    ["blocker", "open", (row: Row) => row.status === "blocked" && row.blockerUserId === many.manager.id],
  ] as const)("as %s, %s, across objects", async (role, state, fits) => {
    const items = await walk((at) => listMyTasks.run(many.world.ctx(many.manager), { role, state, ...at }));
    expect(idsOf(items)).toEqual(idsOf(many.rows.filter(fits).toSorted(byDueDay)));
    expect(new Set(items.map(({ objectName }) => objectName))).toEqual(new Set(["СПК Блок Б", "Восток"]));
  });

  test("only include objects whose tasks the user still sees", async () => {
    const left: UserActor = { ...many.foreman, objectRoles: { [many.east]: ["construction_itr"] } };
    const there = await walk((at) => listMyTasks.run(many.world.ctx(left), at));
    expect(new Set(there.map(({ objectId }) => objectId))).toEqual(new Set([many.east]));
    const watching: UserActor = { ...many.foreman, objectRoles: { [many.moscow]: ["viewer"] } };
    expect((await listMyTasks.run(many.world.ctx(watching), {})).items).toEqual([]);
  });
});
