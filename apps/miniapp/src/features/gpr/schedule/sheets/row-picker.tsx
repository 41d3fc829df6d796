import type { GprRow } from "@stsphera/contracts";
import { useState } from "react";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { Sheet } from "../../../../shared/ui/sheet.tsx";
import { scheduleWords } from "../schedule-words.ts";

/** More rows than this are found by a search. */
const SHOWN = 60;

type Props = {
  title: string;
  rows: readonly GprRow[];
  onPick: (key: string) => void;
  onClose: () => void;
};

/** A row out of all rows of a version, found by its number or any part of its name. */
export function RowPicker({ title, rows, onPick, onClose }: Props) {
  const words = useWords(scheduleWords);
  const [search, setSearch] = useState("");
  const asked = search.trim().toLocaleLowerCase("ru");
  const found = rows.filter(({ number, name }) =>
    `${number} ${name}`.toLocaleLowerCase("ru").includes(asked),
  );
  return (
    <Sheet title={title} onClose={onClose} testId="row-picker">
      <input
        type="search"
        className="form-input"
        value={search}
        placeholder={words.search}
        aria-label={words.search}
        onChange={({ target }) => setSearch(target.value)}
        data-testid="row-search"
      />
      <ul className="stack">
        {found.slice(0, SHOWN).map(({ key, number, name }) => (
          <li key={key}>
            <button type="button" className="card" onClick={() => onPick(key)} data-testid={`pick-${number}`}>
              {number} {name}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="muted">{words.nothingFound}</p>}
    </Sheet>
  );
}
