import { get } from "../api/request.ts";

/** The day's lines in their order; without a date, the object's today. `others`: with all other lines too. */
export function getFactForm(objectId: number, date: string | null, others = false) {
  const asked = new URLSearchParams({
    ...(date === null ? {} : { date }),
    ...(others ? { others: "true" } : {}),
  }).toString();
  return get(`/api/objects/${objectId}/fact-form${asked === "" ? "" : `?${asked}`}`, (c) => c.factForm);
}
