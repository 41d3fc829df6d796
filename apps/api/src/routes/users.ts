import {
  changeRoleInput,
  listUsersQuery,
  userCard,
  userPage,
  userTransitionAnswer,
  userTransitionInput,
} from "@stsphera/contracts";
import { changeUserRole, changeUserStatus, getUser, listUsers } from "@stsphera/core";
import { endpoint, type Tag } from "./endpoint.ts";
import * as people from "./examples/people.ts";

export const PEOPLE: Tag = { name: "people", about: "People of the company, their roles and invitations" };

export const userRoutes = [
  endpoint({
    method: "get",
    path: "/api/users",
    tag: PEOPLE,
    summary: "People of the company",
    verb: listUsers,
    query: listUsersQuery,
    answer: userPage,
    examples: { answer: { items: [people.userRow], nextCursor: null } },
  }),
  endpoint({
    method: "get",
    path: "/api/users/:userId",
    tag: PEOPLE,
    summary: "A person's card",
    verb: getUser,
    answer: userCard,
    examples: { answer: people.userCard },
  }),
  endpoint({
    method: "patch",
    path: "/api/users/:userId",
    tag: PEOPLE,
    summary: "Change a person's company role",
    verb: changeUserRole,
    body: changeRoleInput,
    answer: userCard,
    examples: { body: { role: "project_manager", version: 1 }, answer: people.userCard },
  }),
  endpoint({
    method: "post",
    path: "/api/users/:userId/transitions",
    tag: PEOPLE,
    summary: "Approve or reject a newcomer, close access or reopen it",
    verb: changeUserStatus,
    body: userTransitionInput,
    answer: userTransitionAnswer,
    examples: { body: { to: "active", version: 1, role: "construction_itr" }, answer: people.userCard },
  }),
];
