import { administrationRoutes } from "./administration.ts";
import { auditRoutes } from "./audit.ts";
import { calendarRoutes } from "./calendars.ts";
import { chatRoutes } from "./chats.ts";
import { dashboardRoutes } from "./dashboard.ts";
import type { AnyEndpoint } from "./endpoint.ts";
import { defectRoutes } from "./defects.ts";
import { delegationRoutes } from "./delegations.ts";
import { extraWorkRoutes } from "./extra-works.ts";
import { gprFileRoutes } from "./gpr-files.ts";
import { gprForecastRoutes } from "./gpr-forecast.ts";
import { gprTemplateRoutes } from "./gpr-templates.ts";
import { gprRoutes } from "./gpr.ts";
import { factRoutes } from "./facts.ts";
import { fileRoutes } from "./files.ts";
import { invitationRoutes } from "./invitations.ts";
import { journalRoutes } from "./journal.ts";
import { meRoutes } from "./me.ts";
import { myRoutes } from "./my-own.ts";
import { mySessionRoutes } from "./my-sessions.ts";
import { notificationRoutes } from "./notifications.ts";
import { objectDraftRoutes } from "./object-drafts.ts";
import { objectSettingRoutes } from "./object-settings.ts";
import { objectRoutes } from "./objects.ts";
import { orgRoutes } from "./org.ts";
import { personalDataRoutes } from "./personal-data.ts";
import { productionRoutes } from "./production.ts";
import { shiftReportRoutes } from "./shift-reports.ts";
import { shiftRoutes } from "./shifts.ts";
import { structureRoutes } from "./structure.ts";
import { taskListRoutes } from "./task-lists.ts";
import { supplyRoutes } from "./supply.ts";
import { taskRoutes } from "./tasks.ts";
import { userRoutes } from "./users.ts";
import { zoneRoutes } from "./zones.ts";

/** Every route that runs a verb. When two paths match, the first one wins. */
export const ENDPOINTS: readonly AnyEndpoint[] = [
  ...meRoutes,
  ...myRoutes,
  ...mySessionRoutes,
  ...personalDataRoutes,
  ...delegationRoutes,
  ...orgRoutes,
  ...userRoutes,
  ...invitationRoutes,
  ...dashboardRoutes,
  ...objectRoutes,
  ...objectSettingRoutes,
  ...structureRoutes,
  ...objectDraftRoutes,
  ...calendarRoutes,
  ...auditRoutes,
  ...administrationRoutes,
  ...taskListRoutes,
  ...taskRoutes,
  ...factRoutes,
  ...journalRoutes,
  ...shiftRoutes,
  ...shiftReportRoutes,
  ...extraWorkRoutes,
  ...gprRoutes,
  ...gprTemplateRoutes,
  ...gprFileRoutes,
  ...gprForecastRoutes,
  ...defectRoutes,
  ...supplyRoutes,
  ...productionRoutes,
  ...zoneRoutes,
  ...chatRoutes,
  ...fileRoutes,
  ...notificationRoutes,
];
