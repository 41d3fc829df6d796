import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let online = navigator.onLine;

/** What the last request or the phone itself said about the network. */
export function noteConnection(reachable: boolean): void {
  if (online === reachable) return;
  online = reachable;
  for (const listener of listeners) listener();
}

window.addEventListener("online", () => noteConnection(true));
window.addEventListener("offline", () => noteConnection(false));

export const isOnline = (): boolean => online;

export function onConnectionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useOnline(): boolean {
  return useSyncExternalStore(onConnectionChange, isOnline);
}
