import type { FacadeMap } from "@stsphera/contracts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { clockOffset } from "../../shared/api/server-clock.ts";
import { clockOf } from "../../shared/format/times.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { shellWords } from "../../shared/i18n/shell-words.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import { Mark } from "../../shared/ui/mark.tsx";
import { NoVolumes } from "../../shared/ui/no-volumes.tsx";
import { ObjectFrame } from "../../shared/ui/object-sections/object-frame.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { CellSheet } from "./components/cell-sheet.tsx";
import { Elevation } from "./components/elevation.tsx";
import { FacadePicker } from "./components/facade-picker.tsx";
import { Legend } from "./components/legend.tsx";
import { MapBar } from "./components/map-bar.tsx";
import { WaitingGrid } from "./components/waiting-grid.tsx";
import { facadeWords } from "./facade-words.ts";
import { workChoices } from "./map/work-choices.ts";
import { useFacadeMap } from "./use-facade-map.ts";
import { useMapAddress } from "./use-map-address.ts";
import { useRoom } from "./use-room.ts";
import "./facade-page.css";

/** Tells that the map shown is the last one that was read, and from when. */
function Outdated({ at, onRetry }: { at: number; onRetry: () => void }) {
  const words = useWords(facadeWords);
  const shell = useWords(shellWords);
  return (
    <div className="map-outdated" role="status" data-testid="outdated">
      <Mark tone="amber">{words.outdated(clockOf(at + clockOffset()))}</Mark>
      <button type="button" className="plain-button" onClick={onRetry}>
        {shell.retry}
      </button>
    </div>
  );
}

type ShownProps = {
  id: number;
  map: FacadeMap;
  /** How many facades stand side by side. */
  room: number;
  address: ReturnType<typeof useMapAddress>;
};

function Shown({ id, map, room, address: { show, facadeId, linkTo } }: ShownProps) {
  if (map.works.length === 0 || map.floors.length === 0) {
    return <NoVolumes id={id} />;
  }
  const fits = map.facades.length <= room;
  const facades = fits ? map.facades : map.facades.filter(({ id }) => id === facadeId);
  if (facades.length === 0) {
    return <FacadePicker facades={map.facades} linkTo={(facade) => linkTo({ facade })} />;
  }
  return (
    <Elevation
      key={fits ? "all" : facadeId}
      map={map}
      facades={facades}
      show={show}
      facadeId={facadeId}
      linkTo={linkTo}
    />
  );
}

/** The facade map of an object: its elevation by work, as per cent, what is left, or what a week has done. */
export default function FacadePage({ id }: { id: number }) {
  const words = useWords(facadeWords);
  const room = useRoom();
  const [legend, setLegend] = useState(false);
  const address = useMapAddress(id);
  const { work, show, facadeId, floorId, linkTo, set } = address;
  const card = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) });
  const { query, works } = useFacadeMap(id, work);
  const choices = workChoices(works, work === "" ? query.data?.work : work, words);
  const facades = query.data?.facades ?? [];
  const facade = facades.find((known) => known.id === facadeId);
  const floor = query.data?.floors.find((known) => known.id === floorId);
  return (
    <ObjectFrame id={id} title={words.title} here="facade">
      {works.length === 0 ? (
        query.isPending && <div className="map-bar-room" />
      ) : (
        <div className="section">
          <MapBar
            choices={choices}
            show={show}
            facades={facades.length > room && facade !== undefined ? facades : []}
            facadeId={facadeId}
            legend={legend}
            onLegend={() => setLegend(!legend)}
            onChange={set}
          />
          {legend && <Legend show={show} />}
          {query.isError && query.data !== undefined && (
            <Outdated at={query.dataUpdatedAt} onRetry={() => void query.refetch()} />
          )}
        </div>
      )}
      <QueryView query={query} loading={<WaitingGrid />}>
        {(map) => (
          <>
            <Shown id={id} map={map} room={room} address={address} />
            {facade !== undefined && floor !== undefined && (
              <CellSheet
                objectId={id}
                map={map}
                facade={facade}
                floor={floor}
                caption={choices.caption}
                mayEnter={card.data?.can.enterFact === true}
                linkTo={(workTypeId) => linkTo({ work: workTypeId, facade: facade.id, floor: floor.id })}
                onClose={() => set({ floor: "" })}
              />
            )}
          </>
        )}
      </QueryView>
    </ObjectFrame>
  );
}
