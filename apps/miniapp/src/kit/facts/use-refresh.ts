import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { queryKeys } from "../../shared/api/query-keys.ts";

/** Asks anew for everything that an entry moves. */
export function useRefresh(objectId: number): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    const moved = [
      ["day-form", objectId],
      ["facts", objectId],
      ["facade-map", objectId],
      ["works-at", objectId],
      queryKeys.objectDashboard(objectId),
      queryKeys.dashboard(),
      ["waiting"],
      queryKeys.objects(),
    ];
    await Promise.all(moved.map((queryKey) => client.invalidateQueries({ queryKey })));
  }, [client, objectId]);
}
