import type { FacadeMap } from "@stsphera/contracts";
import { formatPercent, subtract, withUnit } from "@stsphera/contracts/format";
import { Line, Lines } from "../../../kit/entity/lines.tsx";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { ProgressBar } from "../../../shared/ui/progress-bar.tsx";
import { Sheet } from "../../../shared/ui/sheet.tsx";
import { facadeWords } from "../facade-words.ts";
import type { MapCell, MapFacade } from "../map/stage.ts";
import { CellEntries } from "./cell-entries.tsx";
import { CellWorks } from "./cell-works.tsx";
import "./cell-sheet.css";

type Props = {
  objectId: number;
  map: FacadeMap;
  facade: MapFacade;
  floor: FacadeMap["floors"][number];
  /** What the map shows, in words. */
  caption: string;
  mayEnter: boolean;
  linkTo: (workTypeId: number) => string;
  onClose: () => void;
};

function Figures({ cell, unit }: { cell: MapCell; unit: FacadeMap["unit"] }) {
  const locale = useLocale();
  const words = useWords(facadeWords);
  const say = (value: string) => withUnit(value, unit ?? words.hours, locale);
  const over = subtract(cell.fact, cell.plan);
  return (
    <>
      <div className="spread">
        <span className="figure">{formatPercent(cell.pct, 1, locale)}</span>
        <span className="muted">{words.ready}</span>
      </div>
      <ProgressBar label={words.ready} pct={cell.pct} />
      <Lines>
        <Line label={words.plan}>{say(cell.plan)}</Line>
        <Line label={words.fact}>{say(cell.fact)}</Line>
        <Line label={words.left}>{say(cell.remaining)}</Line>
        {Number(over) > 0 && <Line label={words.over}>{say(over)}</Line>}
        <Line label={words.week}>{say(cell.week)}</Line>
      </Lines>
    </>
  );
}

/** A cell of the map: its figures, its last entries, or the works that it is made of. */
export function CellSheet({ objectId, map, facade, floor, caption, mayEnter, linkTo, onClose }: Props) {
  const words = useWords(facadeWords);
  const cell = facade.floors.find(({ id }) => id === floor.id);
  const line = cell?.floorVolumeId ?? null;
  const hasEntries = cell !== undefined && Number(cell.fact) > 0;
  const enters = mayEnter && line !== null && Number(cell?.remaining) > 0;
  return (
    <Sheet
      title={words.place(facade.name, floor.code)}
      caption={caption}
      onClose={onClose}
      testId="cell-sheet"
      {...(enters
        ? {
            footer: (
              <div className="action-bar">
                <Link className="action" to={`/objects/${objectId}/fact?line=${line}`} testId="enter-fact">
                  {words.enter}
                </Link>
              </div>
            ),
          }
        : {})}
    >
      {(line === null || hasEntries) && <i className="cell-room" />}
      {cell !== undefined && <Figures cell={cell} unit={map.unit} />}
      <Link
        to={`/objects/${objectId}/defects?facade=${facade.id}&floor=${floor.id}`}
        className="card spread"
        testId="cell-defects"
      >
        <b>{words.defects}</b>
        <span className="tabular">{cell?.defects ?? 0}</span>
      </Link>
      {line === null ? (
        <CellWorks
          objectId={objectId}
          place={{ facadeId: facade.id, floorId: floor.id }}
          work={map.work}
          works={map.works}
          linkTo={linkTo}
        />
      ) : (
        <CellEntries objectId={objectId} cell={line} today={map.today} expected={hasEntries} />
      )}
    </Sheet>
  );
}
