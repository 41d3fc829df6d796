import type { Dashboard } from "@stsphera/contracts";
import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "../shared/api/query-keys.ts";
import { usePathname } from "../shared/navigation.ts";
import { getNotificationSummary } from "../shared/requests/get-notification-summary.ts";

const EVERY_MS = 30_000;

/** The bar's badge. The dashboard brings the number along; elsewhere it is asked for. */
export function useUnread(): number {
  const onDashboard = usePathname() === "/";
  const dashboard = useQuery<Dashboard>({ queryKey: queryKeys.dashboard(), enabled: false });
  const summary = useQuery({
    queryKey: queryKeys.notificationSummary(),
    queryFn: getNotificationSummary,
    enabled: !onDashboard,
    refetchInterval: EVERY_MS,
  });
  const [first, second] = onDashboard ? [dashboard, summary] : [summary, dashboard];
  const unread = (query: typeof first) =>
    query.data === undefined
      ? undefined
      : "waiting" in query.data
        ? query.data.waiting.unread
        : query.data.unread;
  return unread(first) ?? unread(second) ?? 0;
}
