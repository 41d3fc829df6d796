import { shortWorkName, unitName } from "@stsphera/contracts/format";
import { useState } from "react";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { Action } from "../../shared/ui/action.tsx";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { Sheet } from "../../shared/ui/sheet.tsx";
import { type Cells, cellKey, type Grid, type Place, problemOf, type Work } from "./cells.ts";
import { floorsIn, writeFloors } from "./floor-range.ts";
import { volumeWords } from "./volume-words.ts";
import "../form/form.css";

type Common = {
  grid: Grid;
  facade: Place;
  cells: Cells;
  onFill: (cells: Cells) => void;
  onClose: () => void;
};

function FloorsField({ text, unknown, onChange }: FloorsProps) {
  const words = useWords(volumeWords);
  return (
    <label className="form-field">
      <span className="form-label">{words.onFloors}</span>
      <input
        className="form-input"
        value={text}
        placeholder={words.onFloorsHint}
        onChange={({ target }) => onChange(target.value)}
        data-testid="fill-floors"
      />
      {unknown.length > 0 && (
        <span className="form-refusal" role="alert">
          {words.unknownFloors(unknown.join(", "))}
        </span>
      )}
    </label>
  );
}
type FloorsProps = { text: string; unknown: readonly string[]; onChange: (text: string) => void };

/** One quantity for a work on many floors of a facade. */
export function ColumnSheet({ grid, facade, work, onFill, onClose }: Common & { work: Work }) {
  const words = useWords(volumeWords);
  const locale = useLocale();
  const [quantity, setQuantity] = useState("");
  const [range, setRange] = useState(writeFloors(grid.floors.map(({ name }) => name)));
  const { found, unknown } = floorsIn(range, grid.floors);
  const problem = problemOf(quantity, work.unit);
  const fill = (text: string) =>
    onFill(Object.fromEntries(found.map(({ key }) => [cellKey(facade.key, key, work.id), text])));
  return (
    <Sheet
      title={words.fillColumn(shortWorkName(work.name))}
      caption={facade.name}
      onClose={onClose}
      testId="fill-sheet"
      footer={
        <ActionBar
          text={words.fill}
          enabled={quantity.trim() !== "" && problem === null && found.length > 0 && unknown.length === 0}
          busy={false}
          onPress={() => fill(quantity.trim())}
          testId="fill-send"
        />
      }
    >
      <div className="stack">
        <label className="form-field">
          <span className="form-label">{words.quantity(unitName(work.unit, locale))}</span>
          <input
            className="form-input"
            inputMode="decimal"
            value={quantity}
            onChange={({ target }) => setQuantity(target.value)}
            data-testid="fill-quantity"
          />
          {problem !== null && (
            <span className="form-refusal" role="alert">
              {words.why[problem](quantity)}
            </span>
          )}
        </label>
        <FloorsField text={range} unknown={unknown} onChange={setRange} />
        <Action tone="quiet" onPress={() => fill("")} disabled={found.length === 0} testId="fill-clear">
          {words.clearColumn}
        </Action>
      </div>
    </Sheet>
  );
}

/** The quantities of one floor on other floors of its facade. */
export function RowSheet({ grid, facade, floor, cells, onFill, onClose }: Common & { floor: Place }) {
  const words = useWords(volumeWords);
  const [range, setRange] = useState("");
  const { found, unknown } = floorsIn(range, grid.floors);
  const textOf = (work: Work) => cells[cellKey(facade.key, floor.key, work.id)] ?? "";
  const rows = (floors: readonly Place[], text: (work: Work) => string) =>
    Object.fromEntries(
      floors.flatMap(({ key }) =>
        grid.works.map((work) => [cellKey(facade.key, key, work.id), text(work)] as const),
      ),
    );
  return (
    <Sheet
      title={words.fillRow(floor.name)}
      caption={facade.name}
      onClose={onClose}
      testId="fill-sheet"
      footer={
        <ActionBar
          text={words.copy}
          enabled={found.length > 0 && unknown.length === 0}
          busy={false}
          onPress={() => onFill(rows(found, textOf))}
          testId="fill-send"
        />
      }
    >
      <div className="stack">
        <h3 className="cap">{words.copyRow}</h3>
        <FloorsField text={range} unknown={unknown} onChange={setRange} />
        <Action tone="quiet" onPress={() => onFill(rows([floor], () => ""))} testId="fill-clear">
          {words.clearRow}
        </Action>
      </div>
    </Sheet>
  );
}
