import type { Cells } from "../../../../kit/volumes/cells.ts";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { Chip } from "../../../../shared/ui/chip.tsx";
import { setupWords } from "../setup-words.ts";
import type { useVolumes } from "./use-volumes.ts";

const SHOWN = 8;

type Props = {
  grid: Pick<ReturnType<typeof useVolumes>, "conflicts" | "refused" | "refusal" | "takeTheirs">;
  /** Facade, floor and work of a cell in words. */
  where: (key: string) => string;
  stored: Cells;
  cells: Cells;
};

/** What stands between the grid and its saving: cells that others changed, cells that were refused, and why. */
export function Troubles({ grid: { conflicts, refused, refusal, takeTheirs }, where, stored, cells }: Props) {
  const words = useWords(setupWords);
  const said = (text: string | undefined) => (text === undefined || text === "" ? words.nothing : text);
  return (
    <>
      {conflicts.length > 0 && (
        <div className="card stack" role="alert" data-testid="conflicts">
          <b>{words.othersChanged}</b>
          {conflicts.slice(0, SHOWN).map((key) => (
            <span key={key}>{words.conflict(where(key), said(stored[key]), said(cells[key]))}</span>
          ))}
          <span className="muted">{words.keepMine}</span>
          <Chip onPress={takeTheirs} testId="take-theirs">
            {words.takeTheirs}
          </Chip>
        </div>
      )}
      {refused.length > 0 && (
        <ul className="volume-problems" role="alert" data-testid="refused-cells">
          {refused.map(({ key, message }) => (
            <li key={key}>
              {where(key)}: {message}
            </li>
          ))}
        </ul>
      )}
      {refusal !== null && (
        <p className="form-refusal" role="alert" data-testid="save-refusal">
          {refusal}
        </p>
      )}
    </>
  );
}
