import type { FacadeMap } from "@stsphera/contracts";
import { useCallback, useRef, useState } from "react";
import type { MapFacade, Show } from "../map/stage.ts";
import { workingFloor } from "../map/working-floor.ts";
import type { LinkTo } from "../use-map-address.ts";
import { MapGrid } from "./map-grid.tsx";
import { MiniElevation } from "./mini-elevation.tsx";

/** From so many floors on the whole building stands at the edge in small. */
const TALL = 20;

type Props = {
  map: FacadeMap;
  facades: readonly MapFacade[];
  show: Show;
  /** The facade one comes for: the map opens at its working floor. */
  facadeId: number | null;
  linkTo: LinkTo;
};

/** The map of the given facades, with the whole building beside it when it is tall. */
export function Elevation({ map, facades, show, facadeId, linkTo }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const [opensAt] = useState(() => workingFloor(map, facadeId));
  const cellTo = useCallback((facade: number, floor: number) => linkTo({ facade, floor }), [linkTo]);
  return (
    <div className="map-frame">
      <MapGrid map={map} facades={facades} show={show} linkTo={cellTo} opensAt={opensAt} table={table} />
      {map.floors.length >= TALL && <MiniElevation map={map} facades={facades} table={table} />}
    </div>
  );
}
