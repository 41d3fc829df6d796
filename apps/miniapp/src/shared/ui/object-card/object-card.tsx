import type { ReactNode } from "react";
import { goTo } from "../../navigation.ts";
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
    <button
      type="button"
      className="card stack"
      onClick={() => goTo(`/objects/${id}`)}
      data-testid={`object-card-${id}`}
    >
      <span className="spread">
        <b>{name}</b>
        {mark}
      </span>
      <span className="muted tabular">{line}</span>
      {pct !== null && <ProgressBar pct={pct} planned={planned} />}
    </button>
  );
}
