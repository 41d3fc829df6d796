import { administrationRoutes } from "../routes/administration.ts";
import { auditRoutes } from "../routes/audit.ts";
import { calendarRoutes } from "../routes/calendars.ts";
import { defectRoutes } from "../routes/defects.ts";
import { supplyRoutes } from "../routes/supply.ts";
import { delegationRoutes } from "../routes/delegations.ts";
import type { AnyEndpoint } from "../routes/endpoint.ts";
import { ENDPOINTS } from "../routes/index.ts";
import { invitationRoutes } from "../routes/invitations.ts";
import { myRoutes } from "../routes/my-own.ts";
import { mySessionRoutes } from "../routes/my-sessions.ts";
import { objectDraftRoutes } from "../routes/object-drafts.ts";
import { objectSettingRoutes } from "../routes/object-settings.ts";
import { orgRoutes } from "../routes/org.ts";
import { extraWorkRoutes } from "../routes/extra-works.ts";
import { gprFileRoutes } from "../routes/gpr-files.ts";
import { gprForecastRoutes } from "../routes/gpr-forecast.ts";
import { gprTemplateRoutes } from "../routes/gpr-templates.ts";
import { gprRoutes } from "../routes/gpr.ts";
import { shiftReportRoutes } from "../routes/shift-reports.ts";
import { personalDataRoutes } from "../routes/personal-data.ts";
import { shiftRoutes } from "../routes/shifts.ts";
import { structureRoutes } from "../routes/structure.ts";
import { taskListRoutes } from "../routes/task-lists.ts";
import { taskRoutes } from "../routes/tasks.ts";
import { zoneRoutes } from "../routes/zones.ts";

const isOfCompanysLog = ({ path }: AnyEndpoint) => /^\/api\/audit\/(log|exports)/.test(path);

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
  ...auditRoutes.filter((route) => !isOfCompanysLog(route)),
];
export const ZONES_AND_DEVICES: readonly AnyEndpoint[] = [
  ...zoneRoutes,
  ...mySessionRoutes,
  ...ENDPOINTS.filter(({ path, method }) =>
    [
      "patch /api/crews/:crewId",
      "put /api/crews/:crewId/members",
      "patch /api/work-types/:workTypeId",
      "get /api/objects/:objectId/breakdown",
      "post /api/objects/:objectId/undo",
    ].includes(`${method} ${path}`),
  ),
];
export const ADMINISTRATION: readonly AnyEndpoint[] = [
  ...auditRoutes.filter(isOfCompanysLog),
  ...administrationRoutes,
  ...personalDataRoutes,
];
export const SHIFTS: readonly AnyEndpoint[] = [...shiftRoutes, ...shiftReportRoutes];
export const EXTRA_WORKS: readonly AnyEndpoint[] = extraWorkRoutes;
export const GPR: readonly AnyEndpoint[] = gprRoutes;
export const GPR_FORECAST: readonly AnyEndpoint[] = [
  ...gprForecastRoutes,
  ...gprFileRoutes,
  ...gprTemplateRoutes,
];
export const DEFECTS: readonly AnyEndpoint[] = defectRoutes;
export const SUPPLY: readonly AnyEndpoint[] = supplyRoutes;
const ELSEWHERE = new Set([
  ...PEOPLE_AND_TASKS,
  ...OBJECTS_AND_CALENDAR,
  ...ZONES_AND_DEVICES,
  ...ADMINISTRATION,
  ...SHIFTS,
  ...EXTRA_WORKS,
  ...GPR,
  ...GPR_FORECAST,
  ...DEFECTS,
  ...SUPPLY,
]);
export const WORKING_DAY: readonly AnyEndpoint[] = ENDPOINTS.filter((endpoint) => !ELSEWHERE.has(endpoint));
