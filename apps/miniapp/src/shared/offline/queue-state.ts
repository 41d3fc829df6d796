import { useSyncExternalStore } from "react";
import { host } from "../telegram/host.ts";
import { onPhone } from "../storage.ts";
import type { QueueItem } from "./queue-item.ts";

export const person = host.userId;
/** Says whether the queue has to be opened at all when the app starts. */
export const FLAG = `stsphera.queue.${person}`;

const listeners = new Set<() => void>();
let items: readonly QueueItem[] = [];

export const queued = (): readonly QueueItem[] => items;

export function showQueue(next: readonly QueueItem[]): void {
  items = next;
  onPhone.setItem(FLAG, String(items.length));
  for (const listener of listeners) listener();
}

/** Calls back once a thing is no longer in the queue: it went, or was taken out. */
export function whenGone(key: string, then: () => void): void {
  const look = () => {
    if (items.some((item) => item.key === key)) return;
    listeners.delete(look);
    then();
  };
  listeners.add(look);
  look();
}

export function useQueue(): readonly QueueItem[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, queued);
}
