import { checkTasks } from "../checks/check-tasks.ts";
import type { World } from "../world/world.ts";
import { type BenchCase, READ_TARGETS, type Wish } from "./bench-case.ts";

const TARGETS = { ...READ_TARGETS, floor: 0.5 };
const LIMIT = 10;

const ofSites = ({ sites }: World, page: number): Wish[] =>
  sites.map(({ objectId, managerId }) => ({
    method: "GET",
    path: `/api/objects/${objectId}/tasks?state=all&limit=${LIMIT}`,
    personId: managerId,
    page,
  }));

/** A full page of an object's tasks; size S has fifteen in total. */
export const tasks: BenchCase = {
  name: "tasks",
  status: 200,
  targets: TARGETS,
  wishes: (world) => ofSites(world, 1),
  check: checkTasks(LIMIT),
};

/** The hundredth page, compared with the first of size S. */
export const tasksDeep: BenchCase = {
  ...tasks,
  name: "tasks-page-100",
  wishes: (world) => ofSites(world, world.size === "L" ? 100 : 1),
};
