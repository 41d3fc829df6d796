import { personalPages } from "./personal-pages.ts";
import { loadForms } from "../kit/form/form-sheet.tsx";
import { keepApp } from "./keep-app.ts";
import { isOnline } from "../shared/api/connection.ts";

/** The pages that come when they are opened. */
export const pages = {
  objects: () => import("../features/objects/objects-page.tsx"),
  setup: () => import("./setup-routes.tsx"),
  object: () => import("../features/object/object-page.tsx"),
  breakdown: () => import("../features/breakdown/breakdown-page.tsx"),
  team: () => import("../features/team/team-routes.tsx"),
  facts: () => import("../features/facts/facts-page.tsx"),
  shift: () => import("../features/shifts/shift-page.tsx"),
  extras: () => import("../features/extra-works/extras-page.tsx"),
  extra: () => import("../features/extra-works/extra-page.tsx"),
  facade: () => import("../features/facade/facade-page.tsx"),
  parts: () => import("../features/zones/object-parts.tsx"),
  task: () => import("../features/tasks/task-page.tsx"),
  myTasks: () => import("../features/tasks/my-tasks-page.tsx"),
  objectTasks: () => import("../features/tasks/object-tasks-page.tsx"),
  waiting: () => import("../features/waiting/waiting-page.tsx"),
  notifications: () => import("../features/notifications/notifications-page.tsx"),
  dictionaries: () => import("./dictionary-routes.tsx"),
  personal: () => import("./personal-routes.tsx"),
};

/** Once the first screen stands, the rest is fetched quietly: a site loses its network more often than an office. */
export async function fetchOtherPages(): Promise<void> {
  if (!isOnline()) return;
  // What does not arrive now is asked for again when it is opened, and that screen then says so.
  await Promise.allSettled([
    keepApp(),
    loadForms(),
    import("../shared/offline/queue.ts").then(({ prepareQueue }) => prepareQueue()),
    ...Object.values({ ...pages, ...personalPages }).map((load) => load()),
  ]);
}
