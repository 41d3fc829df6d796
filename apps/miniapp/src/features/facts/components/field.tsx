import { useState, type ReactNode } from "react";
import "./fields.css";

type Props = { label: string; value: ReactNode; children: ReactNode; testId?: string };

/** A row that says what is set and opens to change it. */
export function Field({ label, value, children, testId }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <div className="field">
      <button
        type="button"
        className="field-head"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-testid={testId}
      >
        <span className="muted">{label}</span>
        <b className="tabular">
          {value} <span aria-hidden="true">{open ? "▴" : "▾"}</span>
        </b>
      </button>
      {open && <div className="field-body">{children}</div>}
    </div>
  );
}
