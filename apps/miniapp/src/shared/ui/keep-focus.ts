import type { KeyboardEvent } from "react";

const REACHABLE = "a[href], button:enabled, input:enabled, textarea:enabled, select:enabled";

/** Tab goes round inside a dialog: what lies under it is not to be reached. */
export function keepFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "Tab") return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(REACHABLE)];
  const [first, last] = event.shiftKey ? [all.at(-1), all[0]] : [all[0], all.at(-1)];
  const { activeElement } = document;
  if (activeElement !== last && !(event.shiftKey && activeElement === event.currentTarget)) return;
  event.preventDefault();
  first?.focus();
}
