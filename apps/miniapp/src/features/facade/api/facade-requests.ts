import { get } from "../../../shared/api/request.ts";

/** Floors × facades of what `work` names: a work's id, a group, "all"; empty for what the object opens with. */
export function getFacadeMap(objectId: number, work: string) {
  const query = work === "" ? "" : `?${new URLSearchParams({ workTypeId: work })}`;
  return get(`/api/objects/${objectId}/facade-map${query}`, (c) => c.facadeMap);
}

export type Place = { readonly facadeId: number; readonly floorId: number };

/** The works of one floor of a facade. */
export function listWorksAt(objectId: number, { facadeId, floorId }: Place) {
  const query = new URLSearchParams({
    facadeId: String(facadeId),
    floorId: String(floorId),
    limit: "50",
  });
  return get(`/api/objects/${objectId}/floor-volumes?${query}`, (c) => c.floorVolumePage);
}

/** The newest entries of a cell. */
export function listEntriesOf(objectId: number, floorVolumeId: number) {
  const query = new URLSearchParams({ floorVolumeId: String(floorVolumeId), limit: "20" });
  return get(`/api/objects/${objectId}/facts?${query}`, (c) => c.factPage);
}
