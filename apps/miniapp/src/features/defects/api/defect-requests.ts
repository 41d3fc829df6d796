import type { DefectCard } from "@stsphera/contracts";
import type { DefectAction } from "@stsphera/contracts/vocabulary";
import type { ActRequest } from "../../../kit/entity/use-acts.ts";
import { get } from "../../../shared/api/request.ts";

type Filters = Readonly<Record<string, string>>;

export const getDefect = (id: number) => get(`/api/defects/${id}`, (c) => c.defectCard);

export const getDefectTotals = (objectId: number) =>
  get(`/api/objects/${objectId}/defect-totals`, (c) => c.defectTotals);

/** Defects of an object: the worst first, then the oldest. */
export function listDefects(objectId: number, filters: Filters, cursor: string | null) {
  const query = new URLSearchParams({ limit: "30", ...filters });
  if (cursor !== null) query.set("cursor", cursor);
  return get(`/api/objects/${objectId}/defects?${query}`, (c) => c.defectPage);
}

/** How each act on a defect is asked for. */
export function defectRequest(
  { id, version }: Pick<DefectCard, "id" | "version">,
  action: DefectAction,
  input: Readonly<Record<string, unknown>>,
): ActRequest {
  const path = `/api/defects/${id}`;
  switch (action) {
    case "edit":
      return { method: "PATCH", path, body: { version, ...input } };
    case "undo":
      return { method: "POST", path: `${path}/undo`, body: {} };
    default:
      return { method: "POST", path: `${path}/transitions`, body: { move: action, version, ...input } };
  }
}
