import type { Role } from "@stsphera/rbac";

/** Roles for which objects are made, as the matrix says: it would weigh more than the page. */
const CREATES: ReadonlySet<Role> = new Set<Role>(["admin", "project_manager", "contract"]);

export const createsObjects = (role: Role | null): boolean => role !== null && CREATES.has(role);
