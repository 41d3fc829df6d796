import { lazy, Suspense } from "react";
import { DashboardPage } from "../features/dashboard/dashboard-page.tsx";
import { usePathname } from "../shared/navigation.ts";
import { Skeleton } from "../shared/ui/skeleton.tsx";

const OtherRoutes = lazy(() => import("./routes.tsx"));

/** The dashboard is in the first load; the table of all other pages comes beside it, so that it may grow. */
export function Routes() {
  const isDashboard = usePathname() === "/";
  return <Suspense fallback={<Skeleton />}>{isDashboard ? <DashboardPage /> : <OtherRoutes />}</Suspense>;
}
