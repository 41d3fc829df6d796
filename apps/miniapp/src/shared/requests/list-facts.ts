import { get } from "../api/request.ts";

/** The entries of one day, newest first. */
export function listFacts(objectId: number, date: string) {
  const query = new URLSearchParams({ from: date, to: date, limit: "200", sort: "-createdAt" });
  return get(`/api/objects/${objectId}/facts?${query}`, (c) => c.factPage);
}
