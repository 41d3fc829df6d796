import { agreedAgain, erasureAsked, myConsent, personalExport } from "@stsphera/contracts";
import { agreeAgain, askErasure, exportDataOf, exportMyData, getMyConsent } from "@stsphera/core";
import { endpoint } from "./endpoint.ts";
import * as personal from "./examples/personal-data.ts";
import { ME } from "./me.ts";
import { PEOPLE } from "./users.ts";

const FILE = "The file is at `/api/data-exports/{key}/file` for 15 minutes, for its maker alone.";

/** What is held of people, and how they get it or get rid of it. */
export const personalDataRoutes = [
  endpoint({
    method: "get",
    path: "/api/me/consent",
    tag: ME,
    summary: "The user's agreement to the processing of their data",
    verb: getMyConsent,
    answer: myConsent,
    mayMiss: true,
    examples: { answer: personal.consent },
  }),
  endpoint({
    method: "post",
    path: "/api/me/data-exports",
    tag: ME,
    summary: "Take out everything that is held of the user; the log records it",
    description: FILE,
    verb: exportMyData,
    status: 201,
    answer: personalExport,
    examples: { answer: personal.made },
  }),
  endpoint({
    method: "post",
    path: "/api/me/erasure-requests",
    tag: ME,
    summary: "Withdraw the agreement and ask the administrators to erase the data, once a day",
    verb: askErasure,
    status: 201,
    answer: erasureAsked,
    examples: { answer: personal.asked },
  }),
  endpoint({
    method: "post",
    path: "/api/me/consents",
    tag: ME,
    summary: "Agree again after a withdrawal; a request for erasure that was not answered is taken back",
    verb: agreeAgain,
    status: 201,
    answer: agreedAgain,
    examples: { answer: personal.agreed },
  }),
  endpoint({
    method: "post",
    path: "/api/users/:userId/data-exports",
    tag: PEOPLE,
    summary: "Take out everything that is held of a person; the log records it",
    description: FILE,
    verb: exportDataOf,
    status: 201,
    answer: personalExport,
    examples: { answer: personal.made },
  }),
];
