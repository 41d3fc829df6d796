import type { ShiftDay } from "@stsphera/contracts";
import { get } from "../../../shared/api/request.ts";

/** The lines of a part of a shift, of which those without a fact need a reason. */
export function getShiftLines({ object, date, shift }: ShiftDay, foremanId: number | null) {
  const query = new URLSearchParams({ date, shift });
  if (foremanId !== null) query.set("foremanId", String(foremanId));
  return get(`/api/objects/${object.id}/shift-lines?${query}`, (c) => c.shiftLines);
}
