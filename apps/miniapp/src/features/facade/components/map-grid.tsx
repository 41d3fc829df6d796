import type { FacadeMap } from "@stsphera/contracts";
import { formatPercent, unitName } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { memo, useEffect, useRef, type RefObject } from "react";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { facadeWords, type FacadeWords } from "../facade-words.ts";
import { figureOf, fillOf, stageOf, type MapCell, type MapFacade, type Show } from "../map/stage.ts";
import "./map-grid.css";

type Props = {
  map: FacadeMap;
  facades: readonly MapFacade[];
  show: Show;
  /** The address of the page with what is chosen, to which a cell adds itself. */
  linkTo: (facadeId: number, floorId: number) => string;
  /** The floor that the map opens at. */
  opensAt: number | null;
  table: RefObject<HTMLTableElement | null>;
};

type CellProps = {
  cell: MapCell | undefined;
  show: Show;
  place: string;
  to: string;
  isRoof: boolean;
  locale: Locale;
  words: FacadeWords["cell"];
};

function Cell({ cell, show, place, to, isRoof, locale, words }: CellProps) {
  const stage = stageOf(cell);
  const figure = cell === undefined ? null : figureOf(cell, show, locale);
  const { done, fresh } = cell === undefined ? { done: 0, fresh: 0 } : fillOf(cell);
  const said = figure === null ? words.absent : words[show](figure);
  const marks = cell?.defects ?? 0;
  const label = `${place}: ${said}${marks > 0 ? `, ${words.defects(marks)}` : ""}`;
  const freshHere = show === "week" ? fresh : 0;
  return (
    <td className={isRoof ? "map-roof" : undefined}>
      <Link to={to} replace className={`map-cell map-${stage}`} label={label} testId="map-cell">
        {done > 0 && <span className="map-fill" style={{ height: `${done}%` }} />}
        {freshHere > 0 && (
          <span className="map-fresh" style={{ height: `${freshHere}%`, bottom: `${done - freshHere}%` }} />
        )}
        {figure !== null && (
          <>
            {marks > 0 && <i className="map-defect" />}
            <i className={`map-sign map-sign-${stage}`} />
            <span
              className={Number(cell?.[show === "week" ? "week" : "plan"]) === 0 ? "map-quiet" : undefined}
            >
              {figure}
            </span>
          </>
        )}
      </Link>
    </td>
  );
}

/** Brings the row into view when the map opens below it; a map that fits stays at its top. */
function useOpeningFloor(table: Props["table"], floorId: number | null) {
  // Only as the map is put up: later it stays where the reader has it.
  const opening = useRef(floorId);
  useEffect(() => {
    const row = table.current?.querySelector(`[data-floor="${opening.current}"]`);
    if (row && row.getBoundingClientRect().bottom > window.innerHeight * 0.8)
      row.scrollIntoView({ block: "center" });
  }, [table]);
}

/** The elevation: facades side by side, ground at the bottom, every cell filled from below. */
export const MapGrid = memo(function MapGrid({ map, facades, show, linkTo, opensAt, table }: Props) {
  const locale = useLocale();
  const words = useWords(facadeWords);
  const unit = show === "done" ? "%" : map.unit === null ? words.hours : unitName(map.unit, locale);
  const cells = facades.map((facade) => new Map(facade.floors.map((floor) => [floor.id, floor])));
  useOpeningFloor(table, opensAt);
  return (
    <table
      className={show === "week" ? "map-grid map-week" : "map-grid"}
      ref={table}
      data-testid="facade-map"
    >
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{words.floor}, </span>
            {unit}
          </th>
          {facades.map((facade) => (
            <th scope="col" key={facade.id}>
              <span className="map-head-name">{facade.name}</span>
              <b>{show === "done" ? formatPercent(facade.pct, 1, locale) : figureOf(facade, show, locale)}</b>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {map.floors.toReversed().map((floor) => (
          <tr key={floor.id} data-floor={floor.id}>
            <th scope="row">{floor.code}</th>
            {facades.map((facade, index) => (
              <Cell
                key={facade.id}
                cell={cells[index]?.get(floor.id)}
                show={show}
                place={words.place(facade.name, floor.code)}
                to={linkTo(facade.id, floor.id)}
                locale={locale}
                words={words.cell}
                isRoof={facade.floors.at(-1)?.id === floor.id}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
});
