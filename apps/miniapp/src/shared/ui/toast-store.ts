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

export function dismissToast(): void {
  clearTimeout(timer);
  put(null);
}

/** Says what has happened, above the bar; a newer one replaces it. */
export function showToast(text: string, action?: Toast["action"]): void {
  clearTimeout(timer);
  last += 1;
  put({ id: last, text, ...(action ? { action } : {}) });
  timer = setTimeout(dismissToast, STANDS_MS);
}

export function useToast(): Toast | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => toast,
  );
}
