import type { GprCard, GprShiftHow, SetGprProgress } from "@stsphera/contracts";
import type { GprAction } from "@stsphera/contracts/vocabulary";
import type { ActRequest } from "../../../kit/entity/use-acts.ts";
import { get, newKey, write } from "../../../shared/api/request.ts";

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

/** Base, plan, forecast and fact of the version in force. */
export const compareGpr = (id: number) => get(`/api/gpr-versions/${id}/compare`, (c) => c.gprComparison);

/** What decides the date of a row. */
export const getGprWhy = (id: number, row: string) =>
  get(`/api/gpr-versions/${id}/why?row=${row}`, (c) => c.gprWhy);

/** The rows that drive the finish, by owner. */
export const getGprHolding = (id: number) => get(`/api/gpr-versions/${id}/holding`, (c) => c.gprHolding);

type Shift = { readonly rows: readonly string[]; readonly how: GprShiftHow };

/** What a move of the forecast would do; nothing is written. */
export const previewGprShift = (id: number, body: Shift) =>
  write("POST", `/api/gpr-versions/${id}/preview`, { body, key: newKey() }, (c) => c.gprPreview);

export const shiftGpr = (id: number, body: Shift & { readonly reason: string }, key: string) =>
  write("POST", `/api/gpr-versions/${id}/shifts`, { body, key }, (c) => c.gprShifted);

export const setGprProgress = (id: number, body: SetGprProgress, key: string) =>
  write("PATCH", `/api/gpr-versions/${id}/progress`, { body, key }, (c) => c.gprProgressSet);

export const listGprTemplates = () => get("/api/gpr-templates", (c) => c.gprTemplates);

/** How each act on a version is asked for. */
export function gprRequest(
  { id, version, shift }: Pick<GprCard, "id" | "version" | "shift">,
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
    case "remind":
      return { method: "POST", path: `${path}/reminders`, body: {} };
    case "agree":
    case "object":
      // Offered only while a shift waits for the reader's answer.
      return {
        method: "POST",
        path: `/api/gpr-shift-answers/${shift?.id ?? 0}/transitions`,
        body: { ...input, move: action, version: shift?.version ?? 0 },
      };
  }
}
