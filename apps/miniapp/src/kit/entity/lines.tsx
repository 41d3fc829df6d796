import type { ReactNode } from "react";
import { Link } from "../../shared/ui/link.tsx";
import "./lines.css";

/** Facts of a thing, a caption and a value each. */
export function Lines({ children }: { children: ReactNode }) {
  return <dl className="lines">{children}</dl>;
}

type LineProps = { label: string; children: ReactNode; to?: string; testId?: string };

/** A line that leads somewhere is a link as a whole. */
export function Line({ label, children, to, testId }: LineProps) {
  return (
    <div className="lines-row" data-testid={testId}>
      <dt>{label}</dt>
      <dd>{to === undefined ? children : <Link to={to}>{children}</Link>}</dd>
    </div>
  );
}
