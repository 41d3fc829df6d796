import { checkRows } from "../checks/check-rows.ts";
import type { World } from "../world/world.ts";
import { type BenchCase, READ_TARGETS, type Targets } from "./bench-case.ts";

/** Rows are few and the statement is cheap; what matters is that a late page costs as much as the first. */
const TARGETS: Targets = { ...READ_TARGETS, floor: 0.5 };
const hundredth = ({ size }: World) => (size === "L" ? 100 : 1);

/** The hundredth page of objects, one per page, compared with the first of size S. */
export const objectsDeep: BenchCase = {
  name: "objects-page-100",
  status: 200,
  targets: TARGETS,
  wishes: (world) => [
    { method: "GET", path: "/api/objects?limit=1", personId: world.directorId, page: hundredth(world) },
  ],
  check: checkRows(
    1,
    `select id from objects where status not in ('closed', 'archived') order by name collate "ru-x-icu", id`,
  ),
};

/** The hundredth page of people, ten per page, compared with the first of size S. */
export const peopleDeep: BenchCase = {
  name: "people-page-100",
  status: 200,
  targets: TARGETS,
  wishes: (world) => [
    { method: "GET", path: "/api/users?limit=10", personId: world.adminId, page: hundredth(world) },
  ],
  check: checkRows(10, `select id from users order by full_name collate "ru-x-icu", id`),
};

/** The last of a user's hundred notifications, one per page. */
export const notificationsDeep: BenchCase = {
  name: "notifications-page-100",
  status: 200,
  targets: TARGETS,
  wishes: (world) =>
    world.sites.map(({ managerId }) => ({
      method: "GET",
      path: "/api/notifications?limit=1",
      personId: managerId,
      page: hundredth(world),
    })),
  check: checkRows(1, "select id from notifications where user_id = $1 order by updated_at desc, id desc"),
};

/** Tasks given by a manager at size S, so that pages have the same length in both sizes. */
const GIVEN = 3;

const given = (name: string, pageOf: (world: World) => number): BenchCase => ({
  name,
  status: 200,
  targets: TARGETS,
  wishes: (world) =>
    world.sites.map(({ managerId }) => ({
      method: "GET",
      path: `/api/me/tasks?role=creator&state=all&limit=${GIVEN}`,
      personId: managerId,
      page: pageOf(world),
    })),
  check: checkRows(
    GIVEN,
    "select id from tasks where creator_id = $1 order by coalesce(deadline, 'infinity'), id",
  ),
});

/** Tasks given by a manager, over all their objects. */
export const myTasks = given("my-tasks", () => 1);
export const myTasksDeep = given("my-tasks-page-100", hundredth);
