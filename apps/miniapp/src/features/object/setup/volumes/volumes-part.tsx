import type { FloorVolume, ObjectCard, ObjectStructure, WorkType } from "@stsphera/contracts";
import { shortWorkName } from "@stsphera/contracts/format";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { brokenCells, type Cells, type Grid } from "../../../../kit/volumes/cells.ts";
import { VolumeEditor } from "../../../../kit/volumes/volume-editor.tsx";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { shellWords } from "../../../../shared/i18n/shell-words.ts";
import { useClosingConfirmation } from "../../../../shared/telegram/closing.ts";
import { ActionBar } from "../../../../shared/ui/action-bar.tsx";
import { Chip, Chips } from "../../../../shared/ui/chip.tsx";
import { Link } from "../../../../shared/ui/link.tsx";
import { QueryView } from "../../../../shared/ui/query-view.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import { showToast } from "../../../../shared/ui/toast-store.ts";
import { getStructure, listVolumes, listWorkTypes, setupKeys } from "../setup-requests.ts";
import { setupWords } from "../setup-words.ts";
import { placesOf, textOf } from "./plan-cells.ts";
import { Troubles } from "./troubles.tsx";
import { useVolumes } from "./use-volumes.ts";

type Props = {
  card: ObjectCard;
  structure: ObjectStructure;
  works: readonly WorkType[];
  volumes: readonly FloorVolume[];
};

/** Works of the grid: those that have cells, and those chosen to get some. */
function useWorks(works: readonly WorkType[], used: ReadonlySet<number>) {
  const [more, setMore] = useState<readonly number[]>([]);
  const isShown = ({ id }: WorkType) => used.has(id) || more.includes(id);
  return { shown: works.filter(isShown), isShown, show: (id: number) => setMore([...more, id]) };
}

function Editor({ card, structure, works, volumes }: Props) {
  const words = useWords(setupWords);
  const shell = useWords(shellWords);
  const at = placesOf(structure);
  const grid = useVolumes(card.id, volumes, at);
  const used = new Set([
    ...[...grid.base.values()].map(({ workType }) => workType.id),
    ...Object.keys(grid.changes).map((key) => Number(key.split("|").at(-1))),
  ]);
  const { shown, isShown, show } = useWorks(works, used);
  const places: Grid = { ...at, works: shown, known: works };
  const stored: Cells = Object.fromEntries([...grid.base].map(([key, volume]) => [key, textOf(volume)]));
  const cells: Cells = { ...stored, ...grid.typed };
  const count = Object.keys(grid.changes).length;
  const isBroken = brokenCells(places, cells).length > 0;
  useClosingConfirmation(count > 0);
  const where = (key: string) => {
    const [facade, floor, work] = key.split("|");
    const name = (of: keyof Pick<Grid, "facades" | "floors">, id: string | undefined) =>
      places[of].find((place) => place.key === id)?.name ?? "";
    const of = works.find(({ id }) => String(id) === work);
    return words.where(
      name("facades", facade),
      name("floors", floor),
      of === undefined ? "" : shortWorkName(of.name),
    );
  };
  const drop = () => {
    const back = grid.drop();
    showToast(words.dropped, { text: shell.undo, onPress: back, testId: "toast-undo" });
  };
  return (
    <>
      <section className="section" data-testid="volumes">
        <VolumeEditor
          grid={places}
          cells={cells}
          notes={Object.fromEntries(
            [...grid.conflicts, ...grid.refused.map(({ key }) => key)].map((key) => [key, ""]),
          )}
          onChange={grid.change}
        />
        {works.some((work) => !isShown(work)) && (
          <div className="form-field">
            <span className="form-label">{words.addWork}</span>
            <Chips label={words.addWork}>
              {works
                .filter((work) => !isShown(work))
                .map((work) => (
                  <Chip key={work.id} onPress={() => show(work.id)} testId={`work-${work.id}`}>
                    + {shortWorkName(work.name)}
                  </Chip>
                ))}
            </Chips>
          </div>
        )}
        {count > 0 && (
          <div className="setup-row">
            <span className="muted" data-testid="unsaved">
              {words.unsaved(count)}
            </span>
            <button type="button" className="plain-button" onClick={drop} data-testid="drop-changes">
              {words.dropChanges}
            </button>
          </div>
        )}
        <Troubles grid={grid} where={where} stored={stored} cells={cells} />
      </section>
      <ActionBar
        ofPage
        text={count === 0 ? words.nothingChanged : words.saveCells(count)}
        enabled={count > 0 && !isBroken}
        busy={grid.busy}
        onPress={() => void grid.save(words.cellsSaved)}
        testId="save-volumes"
      />
    </>
  );
}

/** Quantities by floor: the plan that facts are entered against. */
export function VolumesPart({ card }: { card: ObjectCard }) {
  const words = useWords(setupWords);
  const { id } = card;
  const structure = useQuery({ queryKey: setupKeys.structure(id), queryFn: () => getStructure(id) });
  const works = useQuery({ queryKey: setupKeys.works, queryFn: listWorkTypes });
  const volumes = useQuery({ queryKey: setupKeys.volumes(id), queryFn: () => listVolumes(id) });
  return (
    <QueryView query={structure}>
      {(places) =>
        places.facades.length === 0 || places.floors.length === 0 ? (
          <section className="section">
            <p>{words.noStructure}</p>
            <Link to={`/objects/${id}/setup/structure`} className="action action-quiet">
              {words.toStructure}
            </Link>
          </section>
        ) : (
          <QueryView query={works}>
            {({ items }) => (
              <QueryView query={volumes} loading={<Skeleton rows={6} />}>
                {(cells) => <Editor card={card} structure={places} works={items} volumes={cells} />}
              </QueryView>
            )}
          </QueryView>
        )
      }
    </QueryView>
  );
}
