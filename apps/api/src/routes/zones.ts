import {
  createZoneInput,
  removeZoneInput,
  updateZoneInput,
  zone,
  zoneList,
  zoneRemoved,
} from "@stsphera/contracts";
import { createZone, listZones, removeZone, updateZone } from "@stsphera/core";
import { endpoint, type Tag } from "./endpoint.ts";
import * as zones from "./examples/zones.ts";

const ZONES: Tag = { name: "zones", about: "Parts of a facade and their foremen" };

export const zoneRoutes = [
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/zones",
    tag: ZONES,
    summary: "Zones of the object with their progress and foremen",
    verb: listZones,
    answer: zoneList,
    examples: { answer: { items: [zones.zoneRow], canEdit: true } },
  }),
  endpoint({
    method: "post",
    path: "/api/objects/:objectId/zones",
    tag: ZONES,
    summary: "Mark out a zone: a facade from floor to floor",
    verb: createZone,
    body: createZoneInput,
    status: 201,
    answer: zone,
    examples: {
      body: { name: "Ю-1", facadeId: 7, fromFloorId: 21, toFloorId: 27, axes: "1–10", foremanId: 11 },
      answer: zones.zone,
    },
  }),
  endpoint({
    method: "patch",
    path: "/api/zones/:zoneId",
    tag: ZONES,
    summary: "Change name, place, axes or foreman of a zone",
    verb: updateZone,
    body: updateZoneInput,
    answer: zone,
    examples: { body: { version: 1, foremanId: null }, answer: { ...zones.zone, foreman: null, version: 2 } },
  }),
  endpoint({
    method: "delete",
    path: "/api/zones/:zoneId",
    tag: ZONES,
    summary: "Remove a zone; cells and entries stay",
    verb: removeZone,
    body: removeZoneInput,
    answer: zoneRemoved,
    examples: { body: { version: 1 }, answer: { id: 5 } },
  }),
];
