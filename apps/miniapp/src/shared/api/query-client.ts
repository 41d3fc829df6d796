import { QueryClient } from "@tanstack/react-query";
import { phoneStorage } from "../storage.ts";
import { host } from "../telegram/host.ts";
import { ApiError } from "./api-error.ts";
import { isOnline, onConnectionChange } from "./connection.ts";
import { KeptQueryCache } from "./kept-query-cache.ts";
import { isPassing } from "./passing.ts";
import { viewedRole } from "./viewed-role.ts";
import { createCacheStore } from "./query-cache-store.ts";

/** Refusals are final; silence and a busy server are tried again twice. */
function mayRetry(failures: number, error: Error): boolean {
  if (failures >= 2 || !isOnline()) return false;
  return isPassing(error);
}

const queryCache = new KeptQueryCache();
export const queryClient = new QueryClient({
  queryCache,
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: 10_000,
      gcTime: 30 * 60_000,
      retry: mayRetry,
      retryDelay: (failures) => Math.min(1000 * 2 ** failures, 8000),
    },
    mutations: { networkMode: "always", retry: false },
  },
});

const isLost = (error: unknown) =>
  error instanceof ApiError && (error.status === 403 || error.status === 404);

queryCache.subscribe((event) => {
  if (event.type !== "updated" || viewedRole() !== null) return;
  if (event.action.type === "error" && isLost(event.action.error)) forgetLost(event.query.queryKey);
});

/** Finds what was read before, keeps what is read from now on, and asks again when the network returns. */
export function startQueryCache(): void {
  onConnectionChange(() => {
    if (isOnline()) void queryClient.invalidateQueries();
  });
  if (phoneStorage === null) return;
  const store = createCacheStore(phoneStorage, host.userId);
  queryCache.store = store;
  queryCache.subscribe((event) => {
    // What was on its way when the person left is not kept.
    if (event.type !== "updated" || viewedRole() !== null || queryCache.store === null) return;
    const { queryKey, state } = event.query;
    if (event.action.type === "success")
      store.keep({ key: queryKey, data: state.data, at: state.dataUpdatedAt });
  });
}

/** Reads whose second part is another thing's id, not an object's. */
const OF_OTHERS = new Set(["task", "task-comments", "person"]);

/** Reads of one task: its card says of which object it is. */
const OF_TASKS = new Set(["task", "task-comments"]);

type OfObject = { readonly object?: { readonly id?: unknown } } | undefined;

/** The object that a task's reads belong to, as far as its card was read. */
function objectOfTask(taskId: unknown): number | null {
  const key = ["task", taskId];
  const card = (queryClient.getQueryData(key) ?? queryCache.store?.find(key)?.data) as OfObject;
  return typeof card?.object?.id === "number" ? card.object.id : null;
}

/** The object that a read belongs to; null for one of another kind. */
function objectOf([kind, id]: readonly unknown[]): number | null {
  if (OF_TASKS.has(String(kind))) return objectOfTask(id);
  return typeof id === "number" && !OF_OTHERS.has(String(kind)) ? id : null;
}

/**
 * A refusal takes what was read before from the screen and from the phone; an object that is there no more takes all of
 * its reads along.
 */
function forgetLost(queryKey: readonly unknown[]): void {
  const objectId = queryKey[0] === "object" ? objectOf(queryKey) : null;
  const isGone = (key: readonly unknown[]) =>
    objectId === null ? JSON.stringify(key) === JSON.stringify(queryKey) : objectOf(key) === objectId;
  // Found before any of them goes: a task's words are known to be the object's by its card.
  const shown = queryCache
    .getAll()
    .filter(({ queryKey: key, state }) => state.data !== undefined && isGone(key));
  queryCache.store?.drop(isGone);
  for (const query of shown) query.setState({ data: undefined, dataUpdatedAt: 0 });
}

/** Nothing of what was read stays on the phone or on the screen of a person who has lost access or signed out. */
export function forgetReads(): void {
  queryCache.store?.clear();
  queryClient.clear();
}

/** Somebody signs out: nothing of theirs is kept from now on, not even what is on its way. */
export function stopKeeping(): void {
  forgetReads();
  queryCache.store = null;
}
