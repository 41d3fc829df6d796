import {
  createDelegationInput,
  createObjectDelegationInput,
  delegationPage,
  endDelegationInput,
  listDelegationsQuery,
} from "@stsphera/contracts";
import { createDelegation, createObjectDelegation, endDelegation, listDelegations } from "@stsphera/core";
import { delegationState } from "./answers.ts";
import { endpoint } from "./endpoint.ts";
import { PEOPLE } from "./users.ts";
import { ME } from "./me.ts";
import * as people from "./examples/people.ts";

const days = { fromDay: people.delegation.fromDay, toDay: people.delegation.toDay };
const state = { id: 9, version: 1, ...days, endedAt: null };

export const delegationRoutes = [
  endpoint({
    method: "get",
    path: "/api/me/delegations",
    tag: ME,
    summary: "Who stands in for the person and for whom he does; with an object, deputies of its members",
    verb: listDelegations,
    query: listDelegationsQuery,
    answer: delegationPage,
    examples: { answer: { items: [people.delegation], nextCursor: null } },
  }),
  endpoint({
    method: "post",
    path: "/api/me/delegations",
    tag: ME,
    summary: "Name who stands in for oneself for some days, on all objects or on one",
    verb: createDelegation,
    body: createDelegationInput,
    status: 201,
    answer: delegationState,
    examples: { body: { deputyId: 14, ...days }, answer: state },
  }),
  endpoint({
    method: "delete",
    path: "/api/me/delegations/:delegationId",
    tag: ME,
    summary: "End a standing-in from this moment",
    verb: endDelegation,
    body: endDelegationInput,
    answer: delegationState,
    examples: {
      body: { version: 1 },
      answer: { ...state, version: 2, endedAt: "2026-09-08T08:00:00.000Z" },
    },
  }),
  endpoint({
    method: "post",
    path: "/api/objects/:objectId/delegations",
    tag: PEOPLE,
    summary: "Name who stands in for a member of the object, there alone",
    verb: createObjectDelegation,
    body: createObjectDelegationInput,
    status: 201,
    answer: delegationState,
    examples: { body: { principalId: 12, deputyId: 14, ...days }, answer: state },
  }),
];
