import type { Shift } from "@stsphera/contracts/vocabulary";
import { get } from "../api/request.ts";

/**
 * A shift of an object: what is closed, and what crews did without a quantity. `isToday`: of the object's current day,
 * which may have been asked for early.
 */
export function getShift(objectId: number, date: string, shift: Shift, isToday = false) {
  const pathOf = (day: string) =>
    `/api/objects/${objectId}/shift?${new URLSearchParams({ ...(day === "" ? {} : { date: day }), shift })}`;
  return get(pathOf(date), (c) => c.shiftDay, pathOf(isToday ? "" : date));
}
