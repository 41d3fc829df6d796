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
    summary: "The user's deputies and those they are a deputy for; with an object, deputies of its members",
    verb: listDelegations,
    query: listDelegationsQuery,
    answer: delegationPage,
    examples: { answer: { items: [people.delegation], nextCursor: null } },
  }),
  endpoint({
    method: "post",
    path: "/api/me/delegations",
    tag: ME,
    summary: "Appoint one's own deputy for a period, on all objects or on one",
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
    summary: "End a deputyship now",
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
    summary: "Appoint a deputy for a member of the object, limited to that object",
    verb: createObjectDelegation,
    body: createObjectDelegationInput,
    status: 201,
    answer: delegationState,
    examples: { body: { principalId: 12, deputyId: 14, ...days }, answer: state },
  }),
];
