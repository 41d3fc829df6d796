import {
  objectSettings,
  objectTeam,
  saveObjectSettingsInput,
  setTeamInput,
  updateObjectInput,
} from "@stsphera/contracts";
import {
  getObjectSettings,
  getObjectTeam,
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
    summary: "Change an object's passport; null empties a field",
    verb: updateObject,
    body: updateObjectInput,
    answer: objectState,
    examples: { body: { version: 4, deadline: "2026-10-24", contractNo: null }, answer: objects.state },
  }),
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/team",
    tag: OBJECTS,
    summary: "Who works on the object, and as what",
    verb: getObjectTeam,
    answer: objectTeam,
    examples: { answer: { version: 5, members: [objects.teamMember] } },
  }),
  endpoint({
    method: "put",
    path: "/api/objects/:objectId/team",
    tag: OBJECTS,
    summary: "Set the whole team of the object",
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
    summary: "How the object counts: gates, modules, shifts, the turn of its day, the limit of approvals",
    verb: getObjectSettings,
    answer: objectSettings,
    examples: { answer: objects.settings },
  }),
  endpoint({
    method: "put",
    path: "/api/objects/:objectId/settings",
    tag: OBJECTS,
    summary: "Put other settings in place of the ones that stand",
    verb: saveObjectSettings,
    body: saveObjectSettingsInput,
    answer: objectSettings,
    examples: { body: wished, answer: { ...objects.settings, version: 6 } },
  }),
];
