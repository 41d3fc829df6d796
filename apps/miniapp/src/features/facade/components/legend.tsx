import { useWords } from "../../../shared/i18n/locale.ts";
import { facadeWords } from "../facade-words.ts";
import type { Show } from "../map/stage.ts";
import "./legend.css";

/** What the signs of the map say. */
export function Legend({ show }: { show: Show }) {
  const words = useWords(facadeWords).legends;
  return (
    <ul className="map-legend" data-testid="legend">
      <li>
        <i className="map-sign map-sign-none" /> {words.none}
      </li>
      <li>
        <i className="map-sign map-sign-quarter" />
        <i className="map-sign map-sign-half" />
        <i className="map-sign map-sign-most" /> {words.part}
      </li>
      <li>
        <i className="map-sign map-sign-done" /> {words.done}
      </li>
      <li>
        <i className="map-legend-square map-absent" /> {words.absent}
      </li>
      {show === "week" && (
        <li>
          <i className="map-legend-square map-legend-fresh" /> {words.fresh}
        </li>
      )}
    </ul>
  );
}
