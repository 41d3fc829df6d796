import {
  completeDraftInput,
  createDraftInput,
  draftPage,
  listDraftsQuery,
  objectDraft,
  saveDraftInput,
} from "@stsphera/contracts";
import {
  completeObjectDraft,
  createObjectDraft,
  deleteObjectDraft,
  getObjectDraft,
  listObjectDrafts,
  saveObjectDraft,
} from "@stsphera/core";
import { draftCompleted, draftDeleted } from "./answers.ts";
import { endpoint } from "./endpoint.ts";
import { OBJECTS } from "./objects.ts";
import * as drafts from "./examples/drafts.ts";
import * as objects from "./examples/objects.ts";

const { data: _data, ...summary } = drafts.draft;

export const objectDraftRoutes = [
  endpoint({
    method: "get",
    path: "/api/object-drafts",
    tag: OBJECTS,
    summary: "One's own object drafts, newest first",
    verb: listObjectDrafts,
    query: listDraftsQuery,
    answer: draftPage,
    examples: { answer: { items: [summary], nextCursor: null } },
  }),
  endpoint({
    method: "post",
    path: "/api/object-drafts",
    tag: OBJECTS,
    summary: "Create a draft of an object, to be completed in five steps",
    verb: createObjectDraft,
    body: createDraftInput,
    status: 201,
    answer: objectDraft,
    examples: { body: { data: { object: { name: "СПК Атриум" } } }, answer: drafts.draft },
  }),
  endpoint({
    method: "get",
    path: "/api/object-drafts/:draftId",
    tag: OBJECTS,
    summary: "One's own draft with its data",
    verb: getObjectDraft,
    answer: objectDraft,
    examples: { answer: drafts.draft },
  }),
  endpoint({
    method: "patch",
    path: "/api/object-drafts/:draftId",
    tag: OBJECTS,
    summary:
      "Save one step of a draft: passport, team, facades and floors, the grid, or what the schedule begins with",
    verb: saveObjectDraft,
    body: saveDraftInput,
    answer: objectDraft,
    examples: {
      body: { step: 3, version: 1, data: drafts.places },
      answer: { ...drafts.draft, step: 3, data: { ...drafts.draft.data, ...drafts.places }, version: 2 },
    },
  }),
  endpoint({
    method: "delete",
    path: "/api/object-drafts/:draftId",
    tag: OBJECTS,
    summary: "Delete a draft; an object created from it remains",
    verb: deleteObjectDraft,
    answer: draftDeleted,
    examples: { answer: { id: 11 } },
  }),
  endpoint({
    method: "post",
    path: "/api/object-drafts/:draftId/complete",
    tag: OBJECTS,
    summary: "Create the object from a draft; repeating returns the same object",
    verb: completeObjectDraft,
    body: completeDraftInput,
    answer: draftCompleted,
    examples: {
      body: { version: 4 },
      answer: { ...objects.state, status: "draft", version: 1, can: { actions: ["plan"] }, objectId: 3 },
    },
  }),
];
