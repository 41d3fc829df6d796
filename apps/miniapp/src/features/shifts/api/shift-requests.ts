import type { ShiftDay } from "@stsphera/contracts";
import type { Shift } from "@stsphera/contracts/vocabulary";
import { get } from "../../../shared/api/request.ts";

/** A shift of an object: what is closed, and what crews did without a quantity. */
export function getShift(objectId: number, date: string, shift: Shift) {
  const query = new URLSearchParams({ ...(date === "" ? {} : { date }), shift });
  return get(`/api/objects/${objectId}/shift?${query}`, (c) => c.shiftDay);
}

/** The lines of a part of a shift, of which those without a fact need a reason. */
export function getShiftLines({ object, date, shift }: ShiftDay, foremanId: number | null) {
  const query = new URLSearchParams({ date, shift });
  if (foremanId !== null) query.set("foremanId", String(foremanId));
  return get(`/api/objects/${object.id}/shift-lines?${query}`, (c) => c.shiftLines);
}
