import type { ReactNode } from "react";
import "../gate-page.css";

/** The frame of everything that stands before the app. */
export function GateFrame({ children }: { children: ReactNode }) {
  return (
    <main className="gate-page">
      <div className="gate-page-frame" aria-hidden="true" />
      {children}
    </main>
  );
}
