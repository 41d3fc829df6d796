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
    if (event.type !== "updated" || viewedRole() !== null) return;
    const { queryKey, state } = event.query;
    if (event.action.type === "success")
      store.keep({ key: queryKey, data: state.data, at: state.dataUpdatedAt });
  });
}

/** Reads whose second part is another thing's id, not an object's. */
const OF_OTHERS = new Set(["task", "task-comments", "person"]);

/** The object that a read belongs to; null for one of another kind. */
const objectOf = ([kind, id]: readonly unknown[]): number | null =>
  typeof id === "number" && !OF_OTHERS.has(String(kind)) ? id : null;

/**
 * A refusal takes what was read before from the screen and from the phone; an object that is there no more takes all of
 * its reads along.
 */
function forgetLost(queryKey: readonly unknown[]): void {
  const objectId = queryKey[0] === "object" ? objectOf(queryKey) : null;
  const isGone = (key: readonly unknown[]) =>
    objectId === null ? JSON.stringify(key) === JSON.stringify(queryKey) : objectOf(key) === objectId;
  queryCache.store?.drop(isGone);
  for (const query of queryCache.getAll()) {
    if (isGone(query.queryKey) && query.state.data !== undefined)
      query.setState({ data: undefined, dataUpdatedAt: 0 });
  }
}

/** Nothing of what was read stays on the phone or on the screen of a person who has lost access or signed out. */
export function forgetReads(): void {
  queryCache.store?.clear();
  queryClient.clear();
}
