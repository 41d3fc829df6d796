import {
  objectPreview,
  objectSettings,
  objectTeam,
  previewObjectInput,
  saveObjectSettingsInput,
  setTeamInput,
  updateObjectInput,
} from "@stsphera/contracts";
import {
  getObjectSettings,
  getObjectTeam,
  previewObject,
  saveObjectSettings,
  setObjectTeam,
  updateObject,
} from "@stsphera/core";
import { objectState, setTeamAnswer } from "./answers.ts";
import { endpoint } from "./endpoint.ts";
import { OBJECTS } from "./objects.ts";
import * as objects from "./examples/objects.ts";

const { objectId: _id, shiftHours: _hours, ...wished } = objects.settings;

export const objectSettingRoutes = [
  endpoint({
    method: "patch",
    path: "/api/objects/:objectId",
    tag: OBJECTS,
    summary: "Change an object's passport; null clears a field",
    verb: updateObject,
    body: updateObjectInput,
    answer: objectState,
    examples: { body: { version: 4, deadline: "2026-10-24", contractNo: null }, answer: objects.state },
  }),
  endpoint({
    method: "post",
    path: "/api/objects/:objectId/preview",
    tag: OBJECTS,
    summary: "Preview what other dates or another work week would change; nothing is saved",
    verb: previewObject,
    body: previewObjectInput,
    asks: true,
    answer: objectPreview,
    examples: {
      body: { deadline: "2026-10-24" },
      answer: {
        before: { deadline: "2026-10-17", workdays: 157, left: 33 },
        after: { deadline: "2026-10-24", workdays: 163, left: 39 },
        cells: 0,
        beyond: 0,
        provisional: false,
      },
    },
  }),
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/team",
    tag: OBJECTS,
    summary: "Members of the object and their roles",
    verb: getObjectTeam,
    answer: objectTeam,
    examples: { answer: { version: 5, members: [objects.teamMember] } },
  }),
  endpoint({
    method: "put",
    path: "/api/objects/:objectId/team",
    tag: OBJECTS,
    summary: "Replace the team of the object",
    verb: setObjectTeam,
    body: setTeamInput,
    answer: setTeamAnswer,
    examples: {
      body: { version: 4, members: [{ userId: 12, roles: ["construction_itr"] }] },
      answer: { ...objects.state, team: [{ userId: 12, roles: ["construction_itr"] }] },
    },
  }),
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/settings",
    tag: OBJECTS,
    summary:
      "Settings of the object: gate mode, source of module facts, shifts, start of its day, approval limit",
    verb: getObjectSettings,
    answer: objectSettings,
    examples: { answer: objects.settings },
  }),
  endpoint({
    method: "put",
    path: "/api/objects/:objectId/settings",
    tag: OBJECTS,
    summary: "Replace the settings of the object",
    verb: saveObjectSettings,
    body: saveObjectSettingsInput,
    answer: objectSettings,
    examples: { body: wished, answer: { ...objects.settings, version: 6 } },
  }),
];
