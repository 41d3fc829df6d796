import { get } from "../../../shared/api/request.ts";

/** Photos of a day that belong to no entry, newest first. */
export function listJournal(objectId: number, date: string) {
  const query = new URLSearchParams({ date, limit: "100" });
  return get(`/api/objects/${objectId}/journal?${query}`, (c) => c.journalPage);
}
