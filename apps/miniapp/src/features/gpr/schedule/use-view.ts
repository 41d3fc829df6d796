import { useQueryState } from "../../../kit/use-query-state.ts";
import { VIEWS } from "./board/layout.ts";
import { isZoom, ZOOMS } from "./model/scale.ts";

export const SHOWS = ["all", "mine", "critical", "late"] as const;
export type Shown = (typeof SHOWS)[number];

/** What of a schedule is shown and how: it lives in the address, so that it can be linked to and survives going back. */
export function useView() {
  const { get, choose, set } = useQueryState();
  const zoom = get("zoom");
  const pinched = Number(zoom);
  const perDay = isZoom(zoom) ? ZOOMS[zoom] : pinched > 0 ? pinched : ZOOMS.week;
  return {
    view: choose("view", VIEWS, "list"),
    show: choose("show", SHOWS, "all"),
    department: get("department"),
    search: get("q"),
    perDay,
    zoom: isZoom(zoom) ? zoom : zoom === "" ? ("week" as const) : null,
    allLinks: get("links") === "all",
    base: get("base") !== "off",
    row: get("row"),
    set,
  };
}
export type ScheduleView = ReturnType<typeof useView>;
