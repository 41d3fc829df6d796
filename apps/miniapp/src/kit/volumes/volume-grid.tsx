import { formatQuantity, fromMilli, shortWorkName, unitName } from "@stsphera/contracts/format";
import { memo, type ClipboardEvent, type KeyboardEvent } from "react";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { showToast } from "../../shared/ui/toast-store.ts";
import { type Cells, cellKey, type Grid, type Place, problemOf, sumOf, type Work } from "./cells.ts";
import { spread } from "./paste.ts";
import { volumeWords } from "./volume-words.ts";
import "./volume-grid.css";

type Change = (changes: Cells) => void;
type Props = {
  grid: Grid;
  facade: Place;
  cells: Cells;
  /** What is said of a cell beside its number, such as what another person wrote. */
  notes?: Readonly<Record<string, string>>;
  disabled?: boolean;
  onChange: Change;
  onRow: (floor: Place) => void;
  onColumn: (work: Work) => void;
};

type CellProps = { id: string; label: string; text: string; work: Work; noted: boolean; disabled: boolean };

/** The id of a cell's field, by which a mistake leads to it. */
export const fieldId = (key: string): string => `cell-${key}`;

const Cell = memo(function Cell({ id, label, text, work, noted, disabled }: CellProps) {
  const problem = problemOf(text, work.unit);
  return (
    <td className={noted ? "volume-noted" : undefined}>
      <input
        id={fieldId(id)}
        data-cell={id}
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={problem !== null}
        value={text}
        disabled={disabled}
        onChange={() => undefined}
        data-testid={fieldId(id)}
      />
    </td>
  );
});

/** The field below or above in the same column. */
function moveDown({ key, currentTarget, target }: KeyboardEvent<HTMLElement>): void {
  if (!["Enter", "ArrowDown", "ArrowUp"].includes(key) || !(target instanceof HTMLInputElement)) return;
  const work = target.dataset["cell"]?.split("|").at(-1);
  const column = [...currentTarget.querySelectorAll<HTMLInputElement>(`input[data-cell$="|${work}"]`)];
  column[column.indexOf(target) + (key === "ArrowUp" ? -1 : 1)]?.focus();
}

/** Quantities of one facade: a floor a row, a work a column; heads stay in sight, rows can be pasted into any cell. */
export function VolumeGrid({ grid, facade, cells, notes = {}, disabled = false, ...acts }: Props) {
  const words = useWords(volumeWords);
  const locale = useLocale();
  const { floors, works } = grid;
  const total = (work: Work) => formatQuantity(fromMilli(sumOf(facade, floors, work, cells)), locale);
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData("text");
    const key = event.target instanceof HTMLInputElement ? event.target.dataset["cell"] : undefined;
    if (key === undefined || !/[\t\n]./.test(text)) return;
    event.preventDefault();
    const [, floorKey, workId] = key.split("|");
    const floor = floors.find((one) => one.key === floorKey);
    const work = works.find((one) => String(one.id) === workId);
    if (floor === undefined || work === undefined) return;
    const { cells: pasted, lost } = spread(text, grid, { facade, floor, work });
    acts.onChange(pasted);
    if (lost > 0) showToast(words.lost(lost));
  };
  return (
    <div
      className="volume-grid"
      role="region"
      aria-label={words.table(facade.name)}
      tabIndex={0}
      onPaste={paste}
      onKeyDown={moveDown}
      onInput={({ target }) => {
        if (!(target instanceof HTMLInputElement) || target.dataset["cell"] === undefined) return;
        acts.onChange({ [target.dataset["cell"]]: target.value });
      }}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{words.floor}</th>
            {works.map((work) => (
              <th key={work.id} scope="col">
                <button
                  type="button"
                  disabled={disabled}
                  onClick={() => acts.onColumn(work)}
                  data-testid={`column-${work.id}`}
                >
                  <span>{shortWorkName(work.name)}</span>
                  <small>{unitName(work.unit, locale)}</small>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {floors.map((floor) => (
            <tr key={floor.key}>
              <th scope="row">
                <button
                  type="button"
                  disabled={disabled}
                  onClick={() => acts.onRow(floor)}
                  data-testid={`row-${floor.key}`}
                >
                  {floor.name}
                </button>
              </th>
              {works.map((work) => {
                const key = cellKey(facade.key, floor.key, work.id);
                return (
                  <Cell
                    key={key}
                    id={key}
                    label={words.cell(floor.name, shortWorkName(work.name), unitName(work.unit, locale))}
                    text={cells[key] ?? ""}
                    work={work}
                    noted={key in notes}
                    disabled={disabled}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            {works.map((work) => (
              <td key={work.id}>{total(work)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
