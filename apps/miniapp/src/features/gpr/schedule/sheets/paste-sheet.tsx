import type { GprContent } from "@stsphera/contracts";
import { useState } from "react";
import { ApiError } from "../../../../shared/api/api-error.ts";
import { errorSentence } from "../../../../shared/api/error-sentence.ts";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { ActionBar } from "../../../../shared/ui/action-bar.tsx";
import { Sheet } from "../../../../shared/ui/sheet.tsx";
import { bulkWords } from "../bulk-words.ts";
import { type BrokenCell, brokenCellsOf, MOST_LINES, tableOf } from "../model/pasted.ts";
import type { Edits } from "../use-edits.ts";

const SHOWN = 12;
const SHOWN_LINES = 6;

type Props = { content: GprContent; edits: Edits; onClose: () => void };

/** What was pasted and not taken yet, by version: closing the sheet to look at the rows loses nothing. */
const kept = new Map<number, string>();

/** Rows of a spreadsheet; nothing is saved while one cell is broken, and each of these is named. */
export default function PasteSheet({ content, edits, onClose }: Props) {
  const words = useWords(bulkWords);
  const [text, setText] = useState(kept.get(content.id) ?? "");
  const [problems, setProblems] = useState<readonly BrokenCell[]>([]);
  const table = tableOf(text);
  const broken = new Set(problems.map(({ line, column }) => `${line}:${column}`));
  const change = (next: string) => {
    kept.set(content.id, next);
    setText(next);
    setProblems([]);
  };
  const take = async () => {
    setProblems([]);
    try {
      const body = { version: content.version, table };
      const answer = await edits.run({ method: "POST", path: "/pasted-rows", body });
      kept.delete(content.id);
      onClose();
      edits.say(words.pasted(answer.rows.length));
    } catch (error) {
      const cells = error instanceof ApiError ? brokenCellsOf(error.details.details) : [];
      setProblems(cells.length > 0 ? cells : [{ line: null, column: null, message: errorSentence(error) }]);
    }
  };
  return (
    <Sheet
      title={words.paste}
      onClose={onClose}
      testId="gpr-paste-sheet"
      footer={
        <ActionBar
          text={words.pasteTake}
          enabled={table.length > 1 && table.length <= MOST_LINES && problems.length === 0}
          busy={edits.state === "saving"}
          onPress={() => void take()}
          testId="gpr-paste-send"
        />
      }
    >
      <label className="form-field">
        <span className="form-label">{words.pasteLabel}</span>
        <textarea
          className="form-input paste-area"
          rows={8}
          value={text}
          onChange={({ target }) => change(target.value)}
          data-testid="gpr-paste-text"
        />
      </label>
      <p className="muted">{words.pasteHelp}</p>
      {table.length > 0 && <p data-testid="gpr-paste-count">{words.pasteCount(table.length)}</p>}
      {problems.length > 0 && (
        <ul className="stack form-refusal" role="alert" data-testid="gpr-paste-problems">
          {problems.slice(0, SHOWN).map(({ line, column, message }) => (
            <li key={`${line}:${column}:${message}`}>
              {line !== null && column !== null && !message.includes(String(line))
                ? `${words.at(line, column)}: ${message}`
                : message}
            </li>
          ))}
          {problems.length > SHOWN && <li>{words.more(problems.length - SHOWN)}</li>}
        </ul>
      )}
      {table.length > 0 && (
        <div className="paste-preview">
          <table>
            <tbody>
              {linesToShow(table, problems).map((line) => (
                <tr key={line}>
                  <th scope="row">{line + 1}</th>
                  {table[line]?.map((cell, column) => (
                    // Cells of a pasted line have no other name than their place.
                    <td key={column} data-broken={broken.has(`${line + 1}:${column + 1}`) || undefined}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Sheet>
  );
}

/** The first lines, and all that have a broken cell as far as they are told. */
function linesToShow(table: readonly unknown[], problems: readonly BrokenCell[]): number[] {
  const first = Array.from({ length: Math.min(table.length, SHOWN_LINES) }, (_, at) => at);
  const wrong = problems.slice(0, SHOWN).flatMap(({ line }) => (line === null ? [] : [line - 1]));
  return [...new Set([...first, ...wrong])].filter((line) => line < table.length).sort((a, b) => a - b);
}
