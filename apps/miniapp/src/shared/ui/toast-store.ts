import { useSyncExternalStore } from "react";

export type Toast = {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly text: string; readonly onPress: () => void; readonly testId: string };
};

/** How long the offer to take something back stands at the thumb. */
const STANDS_MS = 8000;

const listeners = new Set<() => void>();
let toast: Toast | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let last = 0;

function put(next: Toast | null): void {
  toast = next;
  for (const listener of listeners) listener();
}

/** Takes the toast away, or that of an id if it still stands. */
export function dismissToast(id = toast?.id): void {
  if (id !== toast?.id) return;
  clearTimeout(timer);
  put(null);
}

/** Says what has happened, above the bar; a newer one replaces it. Returns its id. */
export function showToast(text: string, action?: Toast["action"]): number {
  clearTimeout(timer);
  last += 1;
  put({ id: last, text, ...(action ? { action } : {}) });
  timer = setTimeout(dismissToast, STANDS_MS);
  return last;
}

export const shownToast = (): Toast | null => toast;

export function useToast(): Toast | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, shownToast);
}
