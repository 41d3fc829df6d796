import { shortWorkName } from "@stsphera/contracts/format";
import type { BreakdownFacade, BreakdownWork } from "@stsphera/contracts";
import type { ReactNode } from "react";
import { Link } from "../../../shared/ui/link.tsx";
import { ProgressBar } from "../../../shared/ui/progress-bar.tsx";

/** A work's map: its volumes by floor, each of which opens its entries. */
export const mapOfWork = (objectId: number, work: BreakdownWork) =>
  `/objects/${objectId}/facade?work=${work.id}`;

export const mapOfFacade = (objectId: number, facade: BreakdownFacade) =>
  `/objects/${objectId}/facade?work=all&facade=${facade.id}`;

type Props = {
  part: BreakdownWork | BreakdownFacade;
  to: string;
  aside: ReactNode;
  lines: readonly (string | null)[];
  testId: string;
};

/** A row of one work or facade: its name, the requested figure and how it was computed; links to its map. */
export function PartRow({ part, to, aside, lines, testId }: Props) {
  const name = "unit" in part ? shortWorkName(part.name) : part.name;
  return (
    <Link to={to} className="card stack" testId={`${testId}-${part.id}`}>
      <span className="spread">
        <b>{name}</b>
        <span className="breakdown-aside tabular">{aside}</span>
      </span>
      <ProgressBar label={name} pct={part.pct} planned={part.plannedPct} tone={part.health} />
      {lines
        .filter((line) => line !== null)
        .map((line) => (
          <span key={line} className="muted tabular breakdown-line">
            {line}
          </span>
        ))}
    </Link>
  );
}
