import { shortWorkName } from "@stsphera/contracts/format";
import { useState } from "react";
import { useWords } from "../../shared/i18n/locale.ts";
import { shellWords } from "../../shared/i18n/shell-words.ts";
import { Chip, Chips } from "../../shared/ui/chip.tsx";
import { showToast } from "../../shared/ui/toast-store.ts";
import { FilterChips } from "../list/filter-chips.tsx";
import { brokenCells, type Cells, cellKey, type Grid, type Place, type Work } from "./cells.ts";
import { ColumnSheet, RowSheet } from "./fill-sheet.tsx";
import { PasteSheet } from "./paste-sheet.tsx";
import { fieldId, VolumeGrid } from "./volume-grid.tsx";
import { volumeWords } from "./volume-words.ts";

type Props = {
  grid: Grid;
  cells: Cells;
  notes?: Readonly<Record<string, string>>;
  disabled?: boolean;
  onChange: (changes: Cells) => void;
};
type Open = { readonly floor: Place } | { readonly work: Work } | "paste" | null;

/** The cells of one facade as they stand on another. */
function copied({ floors, works }: Grid, cells: Cells, from: Place, to: Place): Cells {
  return Object.fromEntries(
    floors.flatMap((floor) =>
      works.flatMap((work) => {
        const text = cells[cellKey(from.key, floor.key, work.id)] ?? "";
        return text === "" ? [] : [[cellKey(to.key, floor.key, work.id), text] as const];
      }),
    ),
  );
}

/** What cannot be saved, each leading to its cell. */
function Problems({ grid, cells, onGo }: Pick<Props, "grid" | "cells"> & { onGo: (facade: Place) => void }) {
  const words = useWords(volumeWords);
  const broken = brokenCells(grid, cells);
  if (broken.length === 0) return null;
  return (
    <div className="volume-problems" role="alert" data-testid="broken">
      <p>{words.broken(broken.length)}</p>
      {broken.slice(0, 8).map(({ key, facade, floor, work, text, why }) => (
        <button
          key={key}
          type="button"
          onClick={() => {
            onGo(facade);
            requestAnimationFrame(() => document.getElementById(fieldId(key))?.focus());
          }}
        >
          {words.brokenAt(facade.name, floor.name, shortWorkName(work.name))}: {words.why[why](text)}
        </button>
      ))}
    </div>
  );
}

/** Quantities of all facades: one facade at a time, filled cell by cell, by row, by column or from a spreadsheet. */
export function VolumeEditor({ grid, cells, notes = {}, disabled = false, onChange }: Props) {
  const words = useWords(volumeWords);
  const shell = useWords(shellWords);
  const [chosen, setChosen] = useState("");
  const [open, setOpen] = useState<Open>(null);
  const facade = grid.facades.find(({ key }) => key === chosen) ?? grid.facades[0];
  if (facade === undefined || grid.floors.length === 0) return null;
  const isEmptyGrid = grid.works.length === 0;
  const close = () => setOpen(null);
  const fill = (changes: Cells) => {
    close();
    onChange(changes);
    const before = Object.fromEntries(Object.keys(changes).map((key) => [key, cells[key] ?? ""]));
    const undo = { text: shell.undo, onPress: () => onChange(before), testId: "toast-undo" };
    const texts = Object.values(changes);
    const count = texts.filter((text) => text !== "").length;
    showToast(count > 0 ? words.filled(count) : words.cleared(texts.length), undo);
  };
  const isEmpty = (place: Place) => Object.keys(copied(grid, cells, place, place)).length === 0;
  const models = isEmpty(facade) ? grid.facades.filter((one) => one !== facade && !isEmpty(one)) : [];
  const sheet = { grid, facade, cells, onFill: fill, onClose: close };
  return (
    <div className="stack">
      {grid.facades.length > 1 && (
        <FilterChips
          label={words.facade}
          options={grid.facades.map(({ key, name }) => ({ value: key, text: name }))}
          chosen={facade.key}
          onChoose={setChosen}
        />
      )}
      {!disabled && (
        <Chips label={words.paste}>
          <Chip onPress={() => setOpen("paste")} testId="paste">
            {words.paste}
          </Chip>
          {models.map((one) => (
            <Chip
              key={one.key}
              onPress={() => fill(copied(grid, cells, one, facade))}
              testId={`as-${one.key}`}
            >
              {words.asFacade(one.name)}
            </Chip>
          ))}
        </Chips>
      )}
      {!isEmptyGrid && (
        <VolumeGrid
          grid={grid}
          facade={facade}
          cells={cells}
          notes={notes}
          disabled={disabled}
          onChange={onChange}
          onRow={(floor) => setOpen({ floor })}
          onColumn={(work) => setOpen({ work })}
        />
      )}
      {!disabled && !isEmptyGrid && <p className="dim">{words.hint}</p>}
      <Problems grid={grid} cells={cells} onGo={({ key }) => setChosen(key)} />
      {open === "paste" && <PasteSheet grid={grid} facade={facade} onFill={fill} onClose={close} />}
      {open !== null && open !== "paste" && "work" in open && <ColumnSheet {...sheet} work={open.work} />}
      {open !== null && open !== "paste" && "floor" in open && <RowSheet {...sheet} floor={open.floor} />}
    </div>
  );
}
