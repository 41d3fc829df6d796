import { get } from "../../../shared/api/request.ts";

/** Entries of all days that nobody has confirmed or returned yet, newest day first. */
export function listWaitingFacts(objectId: number) {
  const query = new URLSearchParams({ status: "submitted", limit: "200", sort: "-date" });
  return get(`/api/objects/${objectId}/facts?${query}`, (c) => c.factPage);
}
