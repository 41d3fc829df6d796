import type { SupplyCard } from "@stsphera/contracts";
import type { DiscrepancyMove, SupplyAction } from "@stsphera/contracts/vocabulary";
import type { ActRequest } from "../../../kit/entity/use-acts.ts";
import { get } from "../../../shared/api/request.ts";

type Filters = Readonly<Record<string, string>>;
type Input = Readonly<Record<string, unknown>>;

export const getSupply = (id: number) => get(`/api/supply-orders/${id}`, (c) => c.supplyCard);

/** Orders of an object, the newest first. */
export function listSupply(objectId: number, filters: Filters, cursor: string | null) {
  const query = new URLSearchParams({ limit: "30", ...filters });
  if (cursor !== null) query.set("cursor", cursor);
  return get(`/api/objects/${objectId}/supply-orders?${query}`, (c) => c.supplyPage);
}

/** Where each deed that is no move is asked for, below the address of its order. */
const DEEDS = {
  addline: "lines",
  dropline: "dropped-lines",
  promise: "promises",
  attach: "files",
  undo: "undo",
} as const;
/** Deeds that take no version: two of them do not contradict each other. */
const FREE: readonly SupplyAction[] = ["attach", "undo"];
const isDeed = (action: SupplyAction): action is keyof typeof DEEDS => action in DEEDS;

/** How each act on an order is asked for. */
export function supplyRequest(
  { id, version }: Pick<SupplyCard, "id" | "version">,
  action: SupplyAction,
  input: Input,
): ActRequest {
  const path = `/api/supply-orders/${id}`;
  if (action === "edit") return { method: "PATCH", path, body: { version, ...input } };
  if (isDeed(action)) {
    const body = FREE.includes(action) ? input : { version, ...input };
    return { method: "POST", path: `${path}/${DEEDS[action]}`, body };
  }
  return { method: "POST", path: `${path}/transitions`, body: { move: action, version, ...input } };
}

/** How a discrepancy is settled. */
export const settlingRequest = (
  { id, version }: { readonly id: number; readonly version: number },
  move: DiscrepancyMove,
  input: Input,
): ActRequest => ({
  method: "POST",
  path: `/api/discrepancies/${id}/transitions`,
  body: { move, version, ...input },
});
