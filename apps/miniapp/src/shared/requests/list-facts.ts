import { get } from "../api/request.ts";

/** The entries of one day, newest first. `isToday`: of the object's current day, which may have been asked for early. */
export function listFacts(objectId: number, date: string, isToday = false) {
  const pathOf = (day: Readonly<Record<string, string>>) =>
    `/api/objects/${objectId}/facts?${new URLSearchParams({ ...day, limit: "200", sort: "-createdAt" })}`;
  const path = pathOf({ from: date, to: date });
  return get(path, (c) => c.factPage, isToday ? pathOf({ day: "today" }) : path);
}
