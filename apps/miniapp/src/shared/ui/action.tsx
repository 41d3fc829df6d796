import type { ReactNode } from "react";
import "./action-bar.css";

type Props = {
  children: ReactNode;
  onPress: () => void;
  tone?: "primary" | "quiet" | "danger";
  disabled?: boolean;
  busy?: boolean;
  testId?: string;
};

/** A button of full height inside a page. */
export function Action({
  children,
  onPress,
  tone = "primary",
  disabled = false,
  busy = false,
  testId,
}: Props) {
  const names = ["action", tone === "primary" ? "" : `action-${tone}`, busy ? "action-busy" : ""];
  return (
    <button
      type="button"
      className={names.filter((name) => name !== "").join(" ")}
      onClick={onPress}
      disabled={disabled || busy}
      aria-busy={busy}
      data-testid={testId}
    >
      {children}
    </button>
  );
}
