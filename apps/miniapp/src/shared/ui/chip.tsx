import type { ReactNode } from "react";
import "./chip.css";

type Props = {
  children: ReactNode;
  onPress: () => void;
  pressed?: boolean;
  disabled?: boolean;
  primary?: boolean;
  testId?: string;
};

export function Chip({ children, onPress, pressed, disabled = false, primary = false, testId }: Props) {
  return (
    <button
      type="button"
      className={primary ? "chip chip-primary" : "chip"}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
      data-testid={testId}
    >
      {children}
    </button>
  );
}

export function Chips({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <div className="chips" role="group" aria-label={label}>
      {children}
    </div>
  );
}
