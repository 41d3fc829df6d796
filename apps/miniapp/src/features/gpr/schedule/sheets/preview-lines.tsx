import type { GprPreview } from "@stsphera/contracts";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { forecastWords } from "../forecast-words.ts";
import type { RowCaptions } from "./use-row-captions.ts";

type Props = { preview: GprPreview; captions: RowCaptions; names: readonly string[] };

/** What a move of the forecast does: rows, the end, whom it touches; each row on demand. */
export function PreviewLines({ preview, captions, names }: Props) {
  const words = useWords(forecastWords);
  const { finish, criticalMoved } = preview;
  const moved = preview.moved.filter(({ leaf }) => leaf);
  const by = (workdays: number) =>
    workdays === 0 ? words.same : workdays > 0 ? words.later(workdays) : words.earlier(-workdays);
  return (
    <div className="stack effect-lines" role="status" data-testid="shift-preview">
      <p>{moved.length === 0 ? words.none : words.moved(moved.length, criticalMoved)}</p>
      {finish.before !== null && finish.after !== null && (
        <p>
          {finish.before === finish.after ? (
            words.endsSame
          ) : (
            <>
              <b>{words.ends(captions.say(finish.before), captions.say(finish.after))}</b> ·{" "}
              {by(finish.workdays)}
            </>
          )}
        </p>
      )}
      {names.length > 0 && <p>{words.touches(names.join(", "))}</p>}
      {moved.length > 0 && (
        <details>
          <summary className="plain-button">{words.showMoved}</summary>
          <ul className="stack">
            {moved.map(({ key, number, name, before, after, workdays }) => (
              <li key={key}>
                {number} {name}{" "}
                <small className="muted">
                  {captions.period(before.start, before.finish)} →{" "}
                  {captions.period(after.start, after.finish)} · {by(workdays)}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
