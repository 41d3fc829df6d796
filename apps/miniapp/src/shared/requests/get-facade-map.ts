import { get } from "../api/request.ts";

/** Floors × facades of what `work` names: a work's id, a group, "all"; empty for what the object opens with. */
export function getFacadeMap(objectId: number, work: string) {
  const query = work === "" ? "" : `?${new URLSearchParams({ workTypeId: work })}`;
  return get(`/api/objects/${objectId}/facade-map${query}`, (c) => c.facadeMap);
}
