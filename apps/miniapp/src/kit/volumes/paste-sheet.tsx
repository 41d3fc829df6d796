import { useState } from "react";
import { useWords } from "../../shared/i18n/locale.ts";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { Sheet } from "../../shared/ui/sheet.tsx";
import type { Cells, Grid, Place } from "./cells.ts";
import { readPasted } from "./paste.ts";
import { volumeWords } from "./volume-words.ts";
import "../form/form.css";

const SHOWN = 8;

type Props = { grid: Grid; facade: Place; onFill: (cells: Cells) => void; onClose: () => void };

/** What was pasted and not taken yet, so that closing the sheet to look at the grid loses nothing. */
const kept = { text: "" };
function keep(text: string): void {
  kept.text = text;
}

/** Rows of a spreadsheet: nothing is taken until everything in them can be. */
export function PasteSheet({ grid, facade, onFill, onClose }: Props) {
  const words = useWords(volumeWords);
  const [text, setText] = useState(kept.text);
  const { cells, problems } = readPasted(text, grid, facade);
  const count = Object.keys(cells).length;
  const change = (next: string) => {
    keep(next);
    setText(next);
  };
  return (
    <Sheet
      title={words.pasteTitle}
      caption={facade.name}
      onClose={onClose}
      testId="paste-sheet"
      footer={
        <ActionBar
          text={words.take}
          enabled={count > 0 && problems.length === 0}
          busy={false}
          onPress={() => {
            keep("");
            onFill(cells);
          }}
          testId="paste-send"
        />
      }
    >
      <div className="stack">
        <label className="form-field">
          <span className="form-label">{words.pasteLabel}</span>
          <textarea
            className="form-input volume-paste"
            rows={8}
            value={text}
            onChange={({ target }) => change(target.value)}
            data-testid="paste-text"
          />
        </label>
        <p className="muted">{words.pasteHelp}</p>
        {count > 0 && <p data-testid="paste-count">{words.recognised(count)}</p>}
        {problems.length > 0 && (
          <ul className="volume-problems" role="alert" data-testid="paste-problems">
            {problems.slice(0, SHOWN).map(({ line, column, text: told, why }) => (
              <li key={`${line}:${column}`}>
                {words.at(line, column)}: {words.pasteWhy[why](told)}
              </li>
            ))}
            {problems.length > SHOWN && <li>{words.more(problems.length - SHOWN)}</li>}
          </ul>
        )}
      </div>
    </Sheet>
  );
}
