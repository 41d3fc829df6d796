import type { ReactNode } from "react";
import "./mark.css";

export type MarkTone = "green" | "amber" | "red" | "violet" | "muted";

/** A light with its sign; the word beside it says the same, so colour is never alone. */
export function Mark({ tone, children }: { tone: MarkTone; children: ReactNode }) {
  return <span className={`mark mark-${tone}`}>{children}</span>;
}
