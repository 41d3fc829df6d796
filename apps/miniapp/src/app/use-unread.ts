import type { Dashboard } from "@stsphera/contracts";
import { notifyManager, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { queryKeys } from "../shared/api/query-keys.ts";
import { usePathname } from "../shared/navigation.ts";
import { getNotificationSummary } from "../shared/requests/get-notification-summary.ts";

const EVERY_MS = 30_000;

/** What the dashboard said last, without asking for it. */
function useDashboardUnread(): number | undefined {
  const client = useQueryClient();
  const subscribe = useCallback(
    (listener: () => void) => client.getQueryCache().subscribe(notifyManager.batchCalls(listener)),
    [client],
  );
  const read = () => client.getQueryData<Dashboard>(queryKeys.dashboard())?.waiting.unread;
  return useSyncExternalStore(subscribe, read);
}

/** The bar's badge. The dashboard brings the number along; elsewhere it is asked for. */
export function useUnread(): number {
  const onDashboard = usePathname() === "/";
  const fromDashboard = useDashboardUnread();
  const summary = useQuery({
    queryKey: queryKeys.notificationSummary(),
    queryFn: getNotificationSummary,
    enabled: !onDashboard,
    refetchInterval: EVERY_MS,
  });
  const fromSummary = summary.data?.unread;
  return (onDashboard ? (fromDashboard ?? fromSummary) : (fromSummary ?? fromDashboard)) ?? 0;
}
