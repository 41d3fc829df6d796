import type { EnterFactInput } from "@stsphera/contracts";
import { write } from "../../../shared/api/request.ts";

/** Puts one entry into the ledger. */
export function enterFact(objectId: number, body: EnterFactInput, key: string) {
  return write("POST", `/api/objects/${objectId}/facts`, { body, key }, (c) => c.factAnswer);
}
