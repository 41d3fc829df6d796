import {
  createInvitationInput,
  invitationLink,
  invitationLinkPage,
  joined,
  joinInput,
  listInvitationsQuery,
  revokeInvitationInput,
} from "@stsphera/contracts";
import { createInvitation, joinByInvitation, listInvitations, revokeInvitation } from "@stsphera/core";
import { invitationRevoked } from "./answers.ts";
import { endpoint, withBot } from "./endpoint.ts";
import { PEOPLE } from "./users.ts";
import * as people from "./examples/people.ts";
import { withLink, withLinks } from "./invitation-link.ts";

const shown = withLink(people.invitation, "stsphera_bot");

export const invitationRoutes = [
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/invitations",
    tag: PEOPLE,
    summary: "Invitation links of the object, newest first, each with its QR code",
    verb: withBot(listInvitations, withLinks),
    query: listInvitationsQuery,
    answer: invitationLinkPage,
    examples: { answer: { items: [shown], nextCursor: null } },
  }),
  endpoint({
    method: "post",
    path: "/api/objects/:objectId/invitations",
    tag: PEOPLE,
    summary: "Create an invitation link to the object for a role",
    verb: withBot(createInvitation, withLink),
    body: createInvitationInput,
    status: 201,
    answer: invitationLink,
    examples: { body: { role: "installer", crewId: 4, days: 7, maxUses: 10 }, answer: shown },
  }),
  endpoint({
    method: "delete",
    path: "/api/invitations/:invitationId",
    tag: PEOPLE,
    summary: "Revoke an invitation link; people who joined by it remain",
    verb: revokeInvitation,
    body: revokeInvitationInput,
    answer: invitationRevoked,
    examples: {
      body: { version: 1 },
      answer: { id: 6, version: 2, revokedAt: "2026-09-08T08:00:00.000Z" },
    },
  }),
  endpoint({
    method: "post",
    path: "/api/invitations/join",
    tag: PEOPLE,
    summary: "Join an object by an invitation code",
    verb: joinByInvitation,
    body: joinInput,
    mayMiss: true,
    answer: joined,
    examples: {
      body: { code: people.invitation.code },
      answer: { objectId: 3, objectName: "СПК Блок Б", role: "installer" },
    },
  }),
];
