import type { GprCard } from "@stsphera/contracts";
import type { GprAction } from "@stsphera/contracts/vocabulary";
import type { ActRequest } from "../../../kit/entity/use-acts.ts";
import { get } from "../../../shared/api/request.ts";

export const getGpr = (id: number) => get(`/api/gpr-versions/${id}`, (c) => c.gprCard);

/** Versions of an object's schedule, the newest first. */
export function listGprVersions(objectId: number, cursor: string | null) {
  const query = new URLSearchParams({ limit: "30" });
  if (cursor !== null) query.set("cursor", cursor);
  return get(`/api/objects/${objectId}/gpr/versions?${query}`, (c) => c.gprPage);
}

/** All rows of a version with their dates. */
export const getGprRows = (id: number) => get(`/api/gpr-versions/${id}/rows`, (c) => c.gprContent);

/** What differs between a version and another one; the newest that was sent before it unless another is named. */
export const getGprDiff = (id: number, other: number | null) =>
  get(`/api/gpr-versions/${id}/diff${other === null ? "" : `?with=${other}`}`, (c) => c.gprDiff);

export const listGprTemplates = () => get("/api/gpr-templates", (c) => c.gprTemplates);

/** How each act on a version is asked for. */
export function gprRequest(
  { id, version }: Pick<GprCard, "id" | "version">,
  action: GprAction,
  input: Readonly<Record<string, unknown>>,
): ActRequest {
  const path = `/api/gpr-versions/${id}`;
  switch (action) {
    case "send":
    case "recall":
      return { method: "POST", path: `${path}/transitions`, body: { move: action, version } };
    case "sign":
      return { method: "POST", path: `${path}/signatures`, body: input };
    case "remark":
      return { method: "POST", path: `${path}/remarks`, body: input };
    case "replace":
      return { method: "POST", path: `${path}/signers`, body: input };
  }
}
