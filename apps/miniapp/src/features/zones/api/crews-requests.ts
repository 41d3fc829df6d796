import type { Crew } from "@stsphera/contracts";
import type { ActRequest } from "../../../kit/entity/use-acts.ts";
import { get } from "../../../shared/api/request.ts";

export function listCrews(objectId: number, cursor: string | null) {
  const query = new URLSearchParams({ objectId: String(objectId), limit: "50" });
  if (cursor !== null) query.set("cursor", cursor);
  return get(`/api/crews?${query}`, (c) => c.crewPage);
}

export type CrewAct = "create" | "edit" | "members";

/** How each act on a crew is asked for; a new crew has no row yet. */
export function crewRequest(
  objectId: number,
  crew: Crew | null,
  action: CrewAct,
  input: Readonly<Record<string, unknown>>,
): ActRequest {
  if (crew === null) return { method: "POST", path: "/api/crews", body: { objectId, ...input } };
  const { id, version } = crew;
  if (action === "members") {
    return { method: "PUT", path: `/api/crews/${id}/members`, body: { userIds: input["userIds"] ?? [] } };
  }
  return { method: "PATCH", path: `/api/crews/${id}`, body: { version, ...input } };
}
