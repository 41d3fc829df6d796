import { QueryClient } from "@tanstack/react-query";
import { host } from "../telegram/host.ts";
import { onConnectionChange, isOnline } from "./connection.ts";
import { isPassing } from "./passing.ts";
import { viewedRole } from "./viewed-role.ts";
import { createCacheStore } from "./query-cache-store.ts";

/** Refusals are final; silence and a busy server are tried again twice. */
function mayRetry(failures: number, error: Error): boolean {
  if (failures >= 2 || !isOnline()) return false;
  return isPassing(error);
}

export const queryClient = new QueryClient({
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

/** Puts back what was read before, keeps what is read from now on, and asks again when the network returns. */
export function startQueryCache(): void {
  const store = createCacheStore(localStorage, host.userId);
  // What is read in another's role is his alone: neither kept nor mixed with one's own.
  if (viewedRole() === null)
    for (const { key, data, at } of store.load()) queryClient.setQueryData(key, data, { updatedAt: at });
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "success" || viewedRole() !== null) return;
    const { queryKey, state } = event.query;
    store.keep({ key: queryKey, data: state.data, at: state.dataUpdatedAt });
  });
  onConnectionChange(() => {
    if (isOnline()) void queryClient.invalidateQueries();
  });
}
