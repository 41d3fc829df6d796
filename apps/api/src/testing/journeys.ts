import { auditRoutes } from "../routes/audit.ts";
import { calendarRoutes } from "../routes/calendars.ts";
import { delegationRoutes } from "../routes/delegations.ts";
import type { AnyEndpoint } from "../routes/endpoint.ts";
import { ENDPOINTS } from "../routes/index.ts";
import { invitationRoutes } from "../routes/invitations.ts";
import { myRoutes } from "../routes/my-own.ts";
import { objectDraftRoutes } from "../routes/object-drafts.ts";
import { objectSettingRoutes } from "../routes/object-settings.ts";
import { orgRoutes } from "../routes/org.ts";
import { structureRoutes } from "../routes/structure.ts";
import { taskListRoutes } from "../routes/task-lists.ts";
import { taskRoutes } from "../routes/tasks.ts";

/** Routes covered by each journey; together they cover all routes. */
export const PEOPLE_AND_TASKS: readonly AnyEndpoint[] = [
  ...myRoutes,
  ...delegationRoutes,
  ...orgRoutes,
  ...invitationRoutes,
  ...taskListRoutes,
  ...taskRoutes,
];
export const OBJECTS_AND_CALENDAR: readonly AnyEndpoint[] = [
  ...objectSettingRoutes,
  ...structureRoutes,
  ...objectDraftRoutes,
  ...calendarRoutes,
  ...auditRoutes,
];
export const WORKING_DAY: readonly AnyEndpoint[] = ENDPOINTS.filter(
  (endpoint) => !PEOPLE_AND_TASKS.includes(endpoint) && !OBJECTS_AND_CALENDAR.includes(endpoint),
);
