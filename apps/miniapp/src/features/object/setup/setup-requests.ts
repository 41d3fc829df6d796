import type { ObjectCard } from "@stsphera/contracts";
import type { ObjectMove } from "@stsphera/contracts/vocabulary";
import type { ActRequest } from "../../../kit/entity/use-acts.ts";
import { act, get, newKey, write } from "../../../shared/api/request.ts";

export const setupKeys = {
  structure: (id: number) => ["structure", id] as const,
  settings: (id: number) => ["object-settings", id] as const,
  calendar: (id: number) => ["object-calendar", id] as const,
  volumes: (id: number) => ["floor-volumes", id] as const,
  works: ["work-types"] as const,
};

export type ObjectAct = ObjectMove | "undo";

/** How each move of an object is asked for. */
export function objectRequest(
  { id, version }: Pick<ObjectCard, "id" | "version">,
  action: ObjectAct,
  input: object,
): ActRequest {
  if (action === "undo") return { method: "POST", path: `/api/objects/${id}/undo`, body: {} };
  return {
    method: "POST",
    path: `/api/objects/${id}/transitions`,
    body: { move: action, version, ...input },
  };
}

const of = (id: number) => `/api/objects/${id}`;

export const getStructure = (id: number) => get(`${of(id)}/facades`, (c) => c.objectStructure);
export const getSettings = (id: number) => get(`${of(id)}/settings`, (c) => c.objectSettings);
export const getCalendar = (id: number) => get(`${of(id)}/calendar`, (c) => c.objectCalendar);
export const listWorkTypes = () => get("/api/work-types?limit=200", (c) => c.workTypePage);

export const updateObject = (id: number, body: object) => act("PATCH", of(id), { body, key: newKey() });
export const previewObject = (id: number, body: object) =>
  write("POST", `${of(id)}/preview`, { body, key: newKey() }, (c) => c.objectPreview);
export const saveSettings = (id: number, body: object) =>
  act("PUT", `${of(id)}/settings`, { body, key: newKey() });
export const saveCalendar = (id: number, body: object) =>
  act("PUT", `${of(id)}/calendar`, { body, key: newKey() });
export const previewCalendar = (id: number, body: object) =>
  write("POST", `${of(id)}/calendar/preview`, { body, key: newKey() }, (c) => c.objectCalendarPreview);
export const setVolumes = (id: number, volumes: readonly object[], key: string) =>
  write("PUT", `${of(id)}/floor-volumes`, { body: { volumes }, key }, (c) => c.setFloorVolumesAnswer);

/** Every cell of an object: a grid is edited as a whole. */
export async function listVolumes(id: number) {
  const cells = [];
  let cursor: string | null = null;
  do {
    const query: URLSearchParams = new URLSearchParams({ limit: "200" });
    if (cursor !== null) query.set("cursor", cursor);
    const { items, nextCursor } = await get(`${of(id)}/floor-volumes?${query}`, (c) => c.floorVolumePage);
    cells.push(...items);
    cursor = nextCursor;
  } while (cursor !== null);
  return cells;
}
