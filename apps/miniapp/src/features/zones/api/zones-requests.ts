import type { ZoneRow } from "@stsphera/contracts";
import type { ActRequest } from "../../../kit/entity/use-acts.ts";
import { get } from "../../../shared/api/request.ts";

export const listZones = (objectId: number) => get(`/api/objects/${objectId}/zones`, (c) => c.zoneList);

export type ZoneAct = "create" | "edit" | "remove" | "restore";

/** Everything by which a zone that was removed is put back. */
const valuesOf = ({ name, facade, fromFloor, toFloor, axes, foreman }: ZoneRow) => ({
  name,
  facadeId: facade.id,
  fromFloorId: fromFloor.id,
  toFloorId: toFloor.id,
  axes,
  foremanId: foreman?.id ?? null,
});

/** How each act on a zone is asked for; a new zone has no row yet. */
export function zoneRequest(
  objectId: number,
  zone: ZoneRow | null,
  action: ZoneAct,
  input: object,
): ActRequest {
  const made = `/api/objects/${objectId}/zones`;
  if (zone === null) return { method: "POST", path: made, body: { ...input } };
  const { id, version } = zone;
  if (action === "restore") return { method: "POST", path: made, body: valuesOf(zone) };
  if (action === "remove") return { method: "DELETE", path: `/api/zones/${id}`, body: { version } };
  return { method: "PATCH", path: `/api/zones/${id}`, body: { version, ...input } };
}
