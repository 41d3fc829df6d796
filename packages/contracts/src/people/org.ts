import { DEPARTMENTS } from "@stsphera/rbac";
import { z } from "zod";
import { pageOf, pageQuery } from "../shared/page.ts";
import { person } from "../shared/person.ts";
import { id, version } from "../shared/scalars.ts";
import { role } from "./users.ts";

const department = z.enum(DEPARTMENTS);

export const orgQuery = z.strictObject({
  department: department.optional().meta({ description: "One department with up to 200 of its users" }),
});
export const orgPerson = z.object({
  id,
  fullName: z.string(),
  role,
  load: z
    .object({ openTasks: z.int(), overdueTasks: z.int() })
    .nullable()
    .meta({ description: "null for observers, who see no tasks" }),
});
export type OrgPerson = z.infer<typeof orgPerson>;

export const orgDepartment = z.object({
  code: department,
  head: person.nullable(),
  headVersion: version.nullable().meta({ description: "Version for changing the head; null without one" }),
  peopleCount: z.int(),
  people: z.array(orgPerson).meta({ description: "The first by name; the rest by `GET users?department=`" }),
});
export const org = z
  .object({
    departments: z.array(orgDepartment),
    withoutDepartment: z.object({ peopleCount: z.int(), people: z.array(orgPerson) }),
  })
  .meta({ id: "Org" });
export type Org = z.infer<typeof org>;

export const setDepartmentHeadInput = z.strictObject({
  userId: id.nullable(),
  version: version.optional().meta({ description: "Required when the department has a head" }),
});
export const departmentHead = z.object({ department, head: person.nullable(), version: version.nullable() });
export type DepartmentHead = z.infer<typeof departmentHead>;

export const availableUsersQuery = z.strictObject({
  ...pageQuery,
  objectId: z.coerce.number().int().positive().max(2_147_483_647),
  search: z.string().trim().max(100).optional(),
  viewers: z.stringbool().default(false).meta({ description: "Includes observers" }),
});
export const availableUser = z
  .object({
    id,
    fullName: z.string(),
    role,
    department: department.nullable(),
    member: z.boolean(),
    roles: z.array(role).meta({ description: "Roles held on the object" }),
  })
  .meta({ id: "AvailableUser" });
export type AvailableUser = z.infer<typeof availableUser>;
export const availableUserPage = pageOf(availableUser).meta({ id: "AvailableUserPage" });
export type AvailableUserPage = z.infer<typeof availableUserPage>;
