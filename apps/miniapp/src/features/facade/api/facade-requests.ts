import { get } from "../../../shared/api/request.ts";

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
