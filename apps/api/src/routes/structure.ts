import {
  addFacadesInput,
  addFloorsInput,
  facadeChanged,
  floorChanged,
  objectStructure,
  partRemoved,
  removePartInput,
  updateFacadeInput,
  updateFloorInput,
} from "@stsphera/contracts";
import {
  addFacades,
  addFloors,
  listFacades,
  removeFacade,
  removeFloor,
  updateFacade,
  updateFloor,
} from "@stsphera/core";
import { addFacadesAnswer, addFloorsAnswer } from "./answers.ts";
import { endpoint } from "./endpoint.ts";
import { OBJECTS } from "./objects.ts";
import * as objects from "./examples/objects.ts";

const part = { version: 1, cells: 24, hasFacts: true };

export const structureRoutes = [
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/facades",
    tag: OBJECTS,
    summary: "Facades and floors of the object in their order, and which of them can be removed",
    verb: listFacades,
    answer: objectStructure,
    examples: {
      answer: {
        version: 5,
        facades: [{ ...objects.facade, ...part }],
        floors: [{ ...objects.floor, ...part }],
      },
    },
  }),
  endpoint({
    method: "post",
    path: "/api/objects/:objectId/facades",
    tag: OBJECTS,
    summary: "Add facades",
    verb: addFacades,
    body: addFacadesInput,
    status: 201,
    answer: addFacadesAnswer,
    examples: {
      body: { version: 4, facades: [{ code: "Ю", name: "Юг", sort: 1 }] },
      answer: { version: 5, facades: [objects.facade] },
    },
  }),
  endpoint({
    method: "patch",
    path: "/api/facades/:facadeId",
    tag: OBJECTS,
    summary: "Change code, name or position of a facade",
    verb: updateFacade,
    body: updateFacadeInput,
    answer: facadeChanged,
    examples: {
      body: { version: 1, name: "Юг, двор" },
      answer: { ...objects.facade, name: "Юг, двор", version: 2, objectVersion: 6 },
    },
  }),
  endpoint({
    method: "delete",
    path: "/api/facades/:facadeId",
    tag: OBJECTS,
    summary: "Remove a facade without facts, with its cells",
    verb: removeFacade,
    body: removePartInput,
    answer: partRemoved,
    examples: { body: { version: 1 }, answer: { id: 7, objectVersion: 6, cells: 24 } },
  }),
  endpoint({
    method: "post",
    path: "/api/objects/:objectId/floors",
    tag: OBJECTS,
    summary: "Add floors; codes are texts: «-1», «0», «тех»",
    verb: addFloors,
    body: addFloorsInput,
    status: 201,
    answer: addFloorsAnswer,
    examples: {
      body: { version: 4, floors: [{ code: "тех", sort: 25 }] },
      answer: { version: 5, floors: [{ id: 34, code: "тех", sort: 25 }] },
    },
  }),
  endpoint({
    method: "patch",
    path: "/api/floors/:floorId",
    tag: OBJECTS,
    summary: "Change code or position of a floor",
    verb: updateFloor,
    body: updateFloorInput,
    answer: floorChanged,
    examples: {
      body: { version: 1, code: "тех" },
      answer: { ...objects.floor, code: "тех", version: 2, objectVersion: 6 },
    },
  }),
  endpoint({
    method: "delete",
    path: "/api/floors/:floorId",
    tag: OBJECTS,
    summary: "Remove a floor without facts, with its cells",
    verb: removeFloor,
    body: removePartInput,
    answer: partRemoved,
    examples: { body: { version: 1 }, answer: { id: 21, objectVersion: 6, cells: 8 } },
  }),
];
