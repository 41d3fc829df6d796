import { useEffect, useState } from "react";

const QUIET_MS = 900;
const TIME = /^\d\d:\d\d$/;

type Props = { label: string; value: string; onChange: (value: string) => void; testId: string };

/** A time of the day; saved once it is left or typing pauses, not at every digit. */
export function TimeField({ label, value, onChange, testId }: Props) {
  const [typed, setTyped] = useState({ from: value, text: value });
  const text = typed.from === value ? typed.text : value;
  const commit = () => {
    if (TIME.test(text) && text !== value) onChange(text);
  };
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(commit, QUIET_MS);
    return () => clearTimeout(timer);
  });
  return (
    <label className="settings-time">
      <span>{label}</span>
      <input
        type="time"
        value={text}
        onChange={({ target }) => setTyped({ from: value, text: target.value })}
        onBlur={commit}
        data-testid={testId}
      />
    </label>
  );
}
