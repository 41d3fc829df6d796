import type { EnterFactInput } from "@stsphera/contracts";
import { write } from "../../../shared/api/request.ts";

export const enterFactPath = (objectId: number) => `/api/objects/${objectId}/facts`;

/** Puts one entry into the ledger. */
export function enterFact(objectId: number, body: EnterFactInput, key: string) {
  return write("POST", enterFactPath(objectId), { body, key }, (c) => c.factAnswer);
}
