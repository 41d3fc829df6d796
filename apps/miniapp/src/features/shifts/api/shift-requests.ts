import { get } from "../../../shared/api/request.ts";

/** A shift of an object: what is closed, and what crews did without a quantity. */
export function getShift(objectId: number, date: string) {
  const query = date === "" ? "" : `?date=${date}`;
  return get(`/api/objects/${objectId}/shift${query}`, (c) => c.shiftDay);
}

/** The lines of a part of a shift, of which those without a fact need a reason. */
export function getShiftLines(objectId: number, date: string, foremanId: number | null) {
  const query = new URLSearchParams({ date });
  if (foremanId !== null) query.set("foremanId", String(foremanId));
  return get(`/api/objects/${objectId}/shift-lines?${query}`, (c) => c.shiftLines);
}
