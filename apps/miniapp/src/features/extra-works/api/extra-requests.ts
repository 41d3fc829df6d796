import type { ExtraCard } from "@stsphera/contracts";
import { EXTRA_MOVES, type ExtraAction, type ExtraMove } from "@stsphera/contracts/vocabulary";
import type { ActRequest } from "../../../kit/entity/use-acts.ts";
import { get } from "../../../shared/api/request.ts";

export const getExtra = (id: number) => get(`/api/extra-works/${id}`, (c) => c.extraCard);

/** Extra works of an object, those that wait longest first. */
export function listExtras(objectId: number, state: string, cursor: string | null) {
  const query = new URLSearchParams({ limit: "30", state });
  if (cursor !== null) query.set("cursor", cursor);
  return get(`/api/objects/${objectId}/extra-works?${query}`, (c) => c.extraPage);
}

/** Extra works of all objects, those that wait longest first. */
export function listAllExtras(filters: Readonly<Record<string, string>>, cursor: string | null) {
  const query = new URLSearchParams({ limit: "30", ...filters });
  if (cursor !== null) query.set("cursor", cursor);
  return get(`/api/extra-works?${query}`, (c) => c.extraPage);
}

/** Sums of the same extra works. */
export const getExtraTotals = (filters: Readonly<Record<string, string>>) =>
  get(`/api/extra-works/totals?${new URLSearchParams(filters)}`, (c) => c.extraTotals);

/** Changes of the planned quantities of an object, newest first. */
export function listRevisions(objectId: number, cursor: string | null) {
  const query = new URLSearchParams({ limit: "30" });
  if (cursor !== null) query.set("cursor", cursor);
  return get(`/api/objects/${objectId}/plan-revisions?${query}`, (c) => c.planRevisionPage);
}

const isMove = (action: ExtraAction): action is ExtraMove =>
  (EXTRA_MOVES as readonly string[]).includes(action);

/** How each act on an extra work is asked for. */
export function extraRequest(
  { id, version }: Pick<ExtraCard, "id" | "version">,
  action: ExtraAction,
  input: Readonly<Record<string, unknown>>,
): ActRequest {
  const path = `/api/extra-works/${id}`;
  if (isMove(action))
    return { method: "POST", path: `${path}/decision`, body: { move: action, version, ...input } };
  switch (action) {
    case "follow":
      return { method: "POST", path: `${path}/steps`, body: { version, ...input } };
    case "stepback":
      return { method: "POST", path: `${path}/step-back`, body: { version, ...input } };
    case "price":
      return { method: "PUT", path: `${path}/price`, body: { version, ...input } };
    case "undo":
      return { method: "POST", path: `${path}/undo`, body: {} };
  }
}
