import { ROLE_CODES } from "../../packages/rbac/src/index.ts";

/** The demo person of each role: Telegram ids follow the order of the roles. */
export const EVERY_ROLE = ROLE_CODES.map((role, place) => ({ role, personId: 1_000_001 + place }));

/**
 * The roles that daily tests crawl as: those whose screens differ most. `CRAWL=full` takes all seventeen, and two pages of
 * each kind; `CRAWL=roles` all seventeen, and one.
 */
const SAMPLE: readonly string[] = ["project_manager", "viewer"];

export const crawlers = EVERY_ROLE.filter(
  ({ role }) => process.env["CRAWL"] !== undefined || SAMPLE.includes(role),
);
