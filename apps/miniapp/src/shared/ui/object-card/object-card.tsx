import { Link } from "../link.tsx";
import type { ReactNode } from "react";
import { ProgressBar } from "../progress-bar.tsx";

type Props = {
  id: number;
  name: string;
  mark: ReactNode;
  line: ReactNode;
  pct: string | null;
  planned?: string | null;
};

/** An object in a list; opens it. */
export function ObjectCard({ id, name, mark, line, pct, planned = null }: Props) {
  return (
    <Link to={`/objects/${id}`} className="card stack" testId={`object-card-${id}`}>
      <span className="spread">
        <b>{name}</b>
        {mark}
      </span>
      <span className="muted tabular">{line}</span>
      {pct !== null && <ProgressBar label={name} pct={pct} planned={planned} />}
    </Link>
  );
}
