import { useEffect, useState } from "react";
import "./search-field.css";

const QUIET_MS = 300;

type Props = { value: string; label: string; onChange: (value: string) => void };

/** Looks for words once typing pauses; the cross empties it. */
export function SearchField({ value, label, onChange }: Props) {
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => onChange(typed), QUIET_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <input
      type="search"
      className="search-field"
      value={typed}
      placeholder={label}
      aria-label={label}
      maxLength={100}
      onChange={(event) => setTyped(event.target.value)}
      data-testid="search"
    />
  );
}
