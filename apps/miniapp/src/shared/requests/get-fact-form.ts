import type { Shift } from "@stsphera/contracts/vocabulary";
import { get } from "../api/request.ts";

/** The day's lines in their order; without a date and shift, those worked now. `others`: with all other lines too. */
export function getFactForm(
  objectId: number,
  date: string | null,
  { shift = null, others = false }: { shift?: Shift | null; others?: boolean } = {},
) {
  const asked = new URLSearchParams({
    ...(date === null ? {} : { date }),
    ...(shift === null ? {} : { shift }),
    ...(others ? { others: "true" } : {}),
  }).toString();
  return get(`/api/objects/${objectId}/fact-form${asked === "" ? "" : `?${asked}`}`, (c) => c.factForm);
}
