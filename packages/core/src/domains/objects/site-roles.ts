import type { Role } from "@stsphera/rbac";

/** Roles that work on site, in shifts, by the calendar of the object. */
export const SITE_ROLES: readonly Role[] = ["construction_itr", "installer", "geodesist"];
