import type { Shift } from "@stsphera/contracts/vocabulary";
import { get } from "../api/request.ts";

/** A shift of an object: what is closed, and what crews did without a quantity. */
export function getShift(objectId: number, date: string, shift: Shift) {
  const query = new URLSearchParams({ ...(date === "" ? {} : { date }), shift });
  return get(`/api/objects/${objectId}/shift?${query}`, (c) => c.shiftDay);
}
