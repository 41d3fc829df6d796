import {
  availableUserPage,
  availableUsersQuery,
  departmentHead,
  org,
  orgQuery,
  setDepartmentHeadInput,
} from "@stsphera/contracts";
import { getOrg, listAvailableUsers, setDepartmentHead } from "@stsphera/core";
import { DEPARTMENTS } from "@stsphera/rbac";
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { PEOPLE } from "./users.ts";
import * as people from "./examples/people.ts";

export const orgRoutes = [
  endpoint({
    method: "get",
    path: "/api/org",
    tag: PEOPLE,
    summary: "Departments of the company: heads, members and their workload",
    verb: getOrg,
    query: orgQuery,
    answer: org,
    examples: { answer: people.org },
  }),
  endpoint({
    method: "put",
    path: "/api/org/departments/:department/head",
    tag: PEOPLE,
    summary: "Set or remove the head of a department",
    verb: setDepartmentHead,
    words: { department: z.enum(DEPARTMENTS) },
    body: setDepartmentHeadInput,
    answer: departmentHead,
    examples: {
      body: { userId: 12 },
      answer: { department: "construction", head: people.ref, version: 1 },
    },
  }),
  endpoint({
    method: "get",
    path: "/api/users/available",
    tag: PEOPLE,
    summary: "People who may be added to the object's team, with the roles they hold there",
    verb: listAvailableUsers,
    query: availableUsersQuery,
    answer: availableUserPage,
    examples: { answer: { items: [people.available], nextCursor: null } },
  }),
];
