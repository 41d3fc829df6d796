import {
  createObjectInput,
  listObjectsQuery,
  objectCard,
  objectPage,
  objectTransitionInput,
} from "@stsphera/contracts";
import { changeObjectStatus, createObject, getObject, listObjects, undoObjectMove } from "@stsphera/core";
import { objectState } from "./answers.ts";
import { endpoint, type Tag } from "./endpoint.ts";
import * as objects from "./examples/objects.ts";

export const OBJECTS: Tag = { name: "objects", about: "Objects, their teams, facades and settings" };

export const objectRoutes = [
  endpoint({
    method: "get",
    path: "/api/objects",
    tag: OBJECTS,
    summary: "Objects that the user may see",
    verb: listObjects,
    query: listObjectsQuery,
    answer: objectPage,
    examples: { answer: { items: [objects.listed], nextCursor: null } },
  }),
  endpoint({
    method: "post",
    path: "/api/objects",
    tag: OBJECTS,
    summary: "Create an object as a draft",
    verb: createObject,
    body: createObjectInput,
    status: 201,
    answer: objectState,
    examples: {
      body: {
        name: "СПК Блок Б",
        city: "Москва",
        address: "проезд Стеклодувов, вл. 6",
        customer: "ООО «СЗ «Стеклодувы»",
        facadeTypes: ["spk_modular"],
      },
      answer: { ...objects.state, status: "draft", version: 1, can: { actions: ["plan", "archive"] } },
    },
  }),
  endpoint({
    method: "get",
    path: "/api/objects/:objectId",
    tag: OBJECTS,
    summary: "An object with its team, facades, floors and allowed actions",
    verb: getObject,
    answer: objectCard,
    examples: { answer: objects.card },
  }),
  endpoint({
    method: "post",
    path: "/api/objects/:objectId/transitions",
    tag: OBJECTS,
    summary: "Move an object to another state",
    verb: changeObjectStatus,
    body: objectTransitionInput,
    answer: objectState,
    examples: {
      body: { to: "active", version: 4, reason: "перенос действующего объекта" },
      answer: objects.state,
    },
  }),
  endpoint({
    method: "post",
    path: "/api/objects/:objectId/undo",
    tag: OBJECTS,
    summary: "Undo one's own latest move of an object within 10 minutes, while nothing was entered since",
    verb: undoObjectMove,
    answer: objectState,
    examples: { answer: { ...objects.state, status: "planning", can: { actions: ["transfer", "archive"] } } },
  }),
];
