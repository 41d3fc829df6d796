import type { WorkType } from "@stsphera/contracts";
import { shortWorkName } from "@stsphera/contracts/format";
import { TextField } from "../../../kit/form/text-field.tsx";
import { cellKey, quantityOf } from "../../../kit/volumes/cells.ts";
import { readFloors } from "../../../kit/volumes/floor-range.ts";
import { VolumeEditor } from "../../../kit/volumes/volume-editor.tsx";
import { useWords } from "../../../shared/i18n/locale.ts";
import type { BuildingFacade } from "../../../shared/ui/building/floors.ts";
import { LateBuilding } from "../../../shared/ui/building/late-building.tsx";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { FacadeNames } from "./facade-names.tsx";
import { gridOf } from "./grid-of.ts";
import { floorsOf, type TypedDraft } from "./typed-draft.ts";
import { wizardWords } from "./wizard-words.ts";

type Props = {
  typed: TypedDraft;
  works: readonly WorkType[];
  onPlaces: (part: Partial<Pick<TypedDraft, "facades" | "floors" | "works">>) => void;
  onCells: (part: Pick<TypedDraft, "cells" | "works">) => void;
};

/** Windows of a floor of which nothing is known yet. */
const SOME_PANES = "12";

/** The building as far as it is typed: a window a module, or a few alike until modules are known. */
function drawingOf(typed: TypedDraft, works: readonly WorkType[]): BuildingFacade[] {
  const modules = works.filter(({ id, group }) => group === "module" && typed.works.includes(id));
  const floors = floorsOf(typed);
  const planOf = (facade: string, floor: string) =>
    modules.reduce(
      (sum, { id }) => sum + Number(quantityOf(typed.cells[cellKey(facade, floor, id)]) ?? "0"),
      0,
    );
  return typed.facades.map(({ code, name }) => {
    const known = floors.some((floor) => planOf(code, floor) > 0);
    return {
      code,
      name,
      floors: floors.map((floor) => ({
        code: floor,
        plan: known ? String(planOf(code, floor)) : SOME_PANES,
        fact: "0",
        accepted: "0",
        defects: 0,
      })),
    };
  });
}

/** Step 3: facades, floors, works, and how much of each there is. */
export function StepBuilding({ typed, works, onPlaces, onCells }: Props) {
  const words = useWords(wizardWords);
  const { codes, problems } = readFloors(typed.floors);
  const grid = gridOf(typed, works);
  const isGrid = grid.facades.length > 0 && grid.floors.length > 0;
  const withWorksOf = (changes: TypedDraft["cells"]) => {
    const filled = Object.entries(changes).filter(([, text]) => text !== "");
    return [...new Set([...typed.works, ...filled.map(([key]) => Number(key.split("|").at(-1)))])];
  };
  const toggle = (id: number) =>
    onPlaces({
      works: typed.works.includes(id) ? typed.works.filter((one) => one !== id) : [...typed.works, id],
    });
  return (
    <section className="section">
      {grid.facades.length > 0 && codes.length > 0 && (
        <LateBuilding facades={drawingOf(typed, works)} label={words.building} />
      )}
      <FacadeNames facades={typed.facades} onChange={(facades) => onPlaces({ facades })} />
      <div>
        <TextField
          name="floors"
          label={words.floors}
          value={typed.floors}
          hint={words.floorsHint}
          onChange={(floors) => onPlaces({ floors })}
        />
        {codes.length > 0 && <p className="muted">{words.floorCount(codes.length)}</p>}
        {problems.map(({ part, why }) => (
          <p key={part + why} className="form-refusal" role="alert">
            {words.floorWhy[why](part)}
          </p>
        ))}
      </div>
      <div className="form-field">
        <span className="form-label">{words.works}</span>
        <Chips label={words.works}>
          {typed.works.length < works.length && (
            <Chip onPress={() => onPlaces({ works: works.map(({ id }) => id) })} testId="works-all">
              {words.allWorks}
            </Chip>
          )}
          {works.map(({ id, name }) => (
            <Chip
              key={id}
              pressed={typed.works.includes(id)}
              onPress={() => toggle(id)}
              testId={`work-${id}`}
            >
              {shortWorkName(name)}
            </Chip>
          ))}
        </Chips>
      </div>
      <h2 className="cap">{words.volumes}</h2>
      {isGrid ? (
        <VolumeEditor
          grid={grid}
          cells={typed.cells}
          onChange={(changes) =>
            onCells({ cells: { ...typed.cells, ...changes }, works: withWorksOf(changes) })
          }
        />
      ) : (
        <p className="muted">{words.volumesLater}</p>
      )}
    </section>
  );
}
