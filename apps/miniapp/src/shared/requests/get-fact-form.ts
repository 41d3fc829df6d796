import { get } from "../api/request.ts";

/** The day's lines in their order; without a date, the object's today. */
export function getFactForm(objectId: number, date: string | null) {
  const query = date === null ? "" : `?date=${date}`;
  return get(`/api/objects/${objectId}/fact-form${query}`, (c) => c.factForm);
}
