import {
  createCrewInput,
  createWorkTypeInput,
  crew,
  crewPage,
  floorVolumePage,
  listDictionaryQuery,
  listFloorVolumesQuery,
  setFloorVolumesAnswer,
  setFloorVolumesInput,
  workType,
  workTypePage,
} from "@stsphera/contracts";
import {
  createCrew,
  createWorkType,
  listCrews,
  listFloorVolumes,
  listWorkTypes,
  setFloorVolumes,
} from "@stsphera/core";
import { endpoint, type Tag } from "./endpoint.ts";
import * as production from "./examples/production.ts";

const PRODUCTION: Tag = { name: "production", about: "Work types, crews and the plan" };

export const productionRoutes = [
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/floor-volumes",
    tag: PRODUCTION,
    summary: "Cells of the grid: a work type on a floor of a facade",
    verb: listFloorVolumes,
    query: listFloorVolumesQuery,
    answer: floorVolumePage,
    examples: { answer: { items: [production.volume], nextCursor: null } },
  }),
  endpoint({
    method: "put",
    path: "/api/objects/:objectId/floor-volumes",
    tag: PRODUCTION,
    summary: "Set plan and dates of cells, or remove cells without entries",
    verb: setFloorVolumes,
    body: setFloorVolumesInput,
    answer: setFloorVolumesAnswer,
    examples: {
      body: { volumes: [{ facadeId: 7, floorId: 21, workTypeId: 1, planQty: "36" }] },
      answer: { created: 1, changed: 0, unchanged: 0, removed: 0 },
    },
  }),
  endpoint({
    method: "get",
    path: "/api/crews",
    tag: PRODUCTION,
    summary: "Crews of one object, or of all objects the user may see",
    verb: listCrews,
    query: listDictionaryQuery,
    answer: crewPage,
    examples: { answer: { items: [production.crew], nextCursor: null } },
  }),
  endpoint({
    method: "post",
    path: "/api/crews",
    tag: PRODUCTION,
    summary: "Create a crew",
    verb: createCrew,
    body: createCrewInput,
    status: 201,
    answer: crew,
    examples: {
      body: { code: "Б-1", name: "Бригада 1", lead: "Юсупов", size: 6, objectId: 3 },
      answer: production.crew,
    },
  }),
  endpoint({
    method: "get",
    path: "/api/work-types",
    tag: PRODUCTION,
    summary: "Work types of the company",
    verb: listWorkTypes,
    query: listDictionaryQuery.omit({ objectId: true }),
    answer: workTypePage,
    examples: { answer: { items: [production.workType], nextCursor: null } },
  }),
  endpoint({
    method: "post",
    path: "/api/work-types",
    tag: PRODUCTION,
    summary: "Create a work type",
    verb: createWorkType,
    body: createWorkTypeInput,
    status: 201,
    answer: workType,
    examples: {
      body: {
        code: "МОД",
        name: "Модули",
        unit: "шт",
        normHours: "3.2",
        requiresPhoto: true,
        group: "module",
      },
      answer: production.workType,
    },
  }),
];
