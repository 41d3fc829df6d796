import { lazyPage } from "../shared/ui/lazy-page.tsx";
import { personalPages } from "./personal-pages.ts";
import { loadForms } from "../kit/form/form-sheet.tsx";
import { keepApp } from "./keep-app.ts";
import { isOnline } from "../shared/api/connection.ts";

/** The pages that come when they are opened. */
export const pages = {
  objects: lazyPage(() => import("../features/objects/objects-page.tsx")),
  setup: lazyPage(() => import("./setup-routes.tsx")),
  object: lazyPage(() => import("../features/object/object-page.tsx")),
  breakdown: lazyPage(() => import("../features/breakdown/breakdown-page.tsx")),
  team: lazyPage(() => import("../features/team/team-routes.tsx")),
  facts: lazyPage(() => import("../features/facts/facts-page.tsx")),
  shift: lazyPage(() => import("../features/shifts/shift-page.tsx")),
  gprVersions: lazyPage(() => import("../features/gpr/gpr-versions-page.tsx")),
  defects: lazyPage(() => import("../features/defects/defects-page.tsx")),
  defect: lazyPage(() => import("../features/defects/defect-page.tsx")),
  supplies: lazyPage(() => import("../features/supply/object-supply-page.tsx")),
  supply: lazyPage(() => import("../features/supply/supply-page.tsx")),
  extras: lazyPage(() => import("../features/extra-works/extras-page.tsx")),
  allExtras: lazyPage(() => import("../features/extra-works/all-extras-page.tsx")),
  revisions: lazyPage(() => import("../features/extra-works/revisions-page.tsx")),
  gpr: lazyPage(() => import("../features/gpr/gpr-page.tsx")),
  gprSchedule: lazyPage(() => import("../features/gpr/schedule/schedule-page.tsx")),
  gprDiff: lazyPage(() => import("../features/gpr/diff/diff-page.tsx")),
  extra: lazyPage(() => import("../features/extra-works/extra-page.tsx")),
  facade: lazyPage(() => import("../features/facade/facade-page.tsx")),
  parts: lazyPage(() => import("../features/zones/object-parts.tsx")),
  chats: lazyPage(() => import("../features/chats/chats-page.tsx")),
  task: lazyPage(() => import("../features/tasks/task-page.tsx")),
  myTasks: lazyPage(() => import("../features/tasks/my-tasks-page.tsx")),
  objectTasks: lazyPage(() => import("../features/tasks/object-tasks-page.tsx")),
  waiting: lazyPage(() => import("../features/waiting/waiting-page.tsx")),
  notifications: lazyPage(() => import("../features/notifications/notifications-page.tsx")),
  dictionaries: lazyPage(() => import("./dictionary-routes.tsx")),
  personal: lazyPage(() => import("./personal-routes.tsx")),
};

/** Once the first screen stands, the rest is fetched quietly: a site loses its network more often than an office. */
export async function fetchOtherPages(): Promise<void> {
  if (!isOnline()) return;
  // What does not arrive now is asked for again when it is opened, and that screen then says so.
  await Promise.allSettled([
    keepApp(),
    loadForms(),
    import("../shared/offline/queue.ts").then(({ prepareQueue }) => prepareQueue()),
    ...Object.values({ ...pages, ...personalPages }).map(({ load }) => load()),
  ]);
}
