import {
  changeRoleInput,
  listUsersQuery,
  userCard,
  userPage,
  userTransitionAnswer,
  userTransitionInput,
} from "@stsphera/contracts";
import { changeUserRole, changeUserStatus, getUser, listUsers } from "@stsphera/core";
import { endpoint } from "./endpoint.ts";
import * as people from "./examples/people.ts";

export const userRoutes = [
  endpoint({
    method: "get",
    path: "/api/users",
    tag: "people",
    summary: "The people of the company",
    verb: listUsers,
    query: listUsersQuery,
    answer: userPage,
    examples: { answer: { items: [people.userRow], nextCursor: null } },
  }),
  endpoint({
    method: "get",
    path: "/api/users/:userId",
    tag: "people",
    summary: "A person's card",
    verb: getUser,
    answer: userCard,
    examples: { answer: people.userCard },
  }),
  endpoint({
    method: "patch",
    path: "/api/users/:userId",
    tag: "people",
    summary: "Give a person another company role",
    verb: changeUserRole,
    body: changeRoleInput,
    answer: userCard,
    examples: { body: { role: "project_manager", version: 1 }, answer: people.userCard },
  }),
  endpoint({
    method: "post",
    path: "/api/users/:userId/transitions",
    tag: "people",
    summary: "Let a newcomer in or refuse him, take access away or give it back",
    verb: changeUserStatus,
    body: userTransitionInput,
    answer: userTransitionAnswer,
    examples: { body: { to: "active", version: 1, role: "construction_itr" }, answer: people.userCard },
  }),
];
