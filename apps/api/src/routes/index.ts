import { dashboardRoutes } from "./dashboard.ts";
import type { AnyEndpoint } from "./endpoint.ts";
import { factRoutes } from "./facts.ts";
import { fileRoutes } from "./files.ts";
import { journalRoutes } from "./journal.ts";
import { meRoutes } from "./me.ts";
import { notificationRoutes } from "./notifications.ts";
import { objectRoutes } from "./objects.ts";
import { productionRoutes } from "./production.ts";
import { userRoutes } from "./users.ts";

/** Every route that runs a verb. */
export const ENDPOINTS: readonly AnyEndpoint[] = [
  ...meRoutes,
  ...userRoutes,
  ...dashboardRoutes,
  ...objectRoutes,
  ...factRoutes,
  ...journalRoutes,
  ...productionRoutes,
  ...fileRoutes,
  ...notificationRoutes,
];
