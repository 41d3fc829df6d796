import { formatQuantity } from "@stsphera/contracts/format";
import type { Cells } from "../../../../kit/volumes/cells.ts";
import { useLocale, useWords } from "../../../../shared/i18n/locale.ts";
import { Chip } from "../../../../shared/ui/chip.tsx";
import { setupWords } from "../setup-words.ts";
import { belowFact } from "./plan-cells.ts";
import type { useVolumes } from "./use-volumes.ts";

const SHOWN = 8;

type Props = {
  grid: Pick<
    ReturnType<typeof useVolumes>,
    "base" | "changes" | "conflicts" | "refused" | "refusal" | "takeTheirs"
  >;
  /** Facade, floor and work of a cell in words. */
  where: (key: string) => string;
  stored: Cells;
  cells: Cells;
};

/** What stands between the grid and its saving: cells that others changed, cells that were refused, and why. */
export function Troubles({ grid, where, stored, cells }: Props) {
  const words = useWords(setupWords);
  const locale = useLocale();
  const { conflicts, refused, refusal, takeTheirs } = grid;
  const below = belowFact(grid.changes, grid.base);
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
      {below.length > 0 && (
        <div className="card stack" data-testid="below-fact">
          <b>{words.belowFact}</b>
          {below.slice(0, SHOWN).map(({ key, fact }) => (
            <span key={key}>{words.done(where(key), formatQuantity(fact, locale))}</span>
          ))}
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
