import { Suspense } from "react";
import { DashboardPage } from "../features/dashboard/dashboard-page.tsx";
import { usePathname } from "../shared/navigation.ts";
import { lazyPage } from "../shared/ui/lazy-page.tsx";
import { Skeleton } from "../shared/ui/skeleton.tsx";

const OtherRoutes = lazyPage(() => import("./routes.tsx"));

/** The page that the app opens with comes before anything is drawn: until then the HTML's own frame stands. */
export async function loadFirstPage(): Promise<void> {
  const { pathname } = window.location;
  if (pathname === "/" || pathname === "/login") return;
  const [{ loadPageAt }] = await Promise.all([import("./routes.tsx"), OtherRoutes.load()]);
  await loadPageAt(pathname);
}

/** The dashboard is in the first load; the table of all other pages comes beside it, so that it may grow. */
export function Routes() {
  const isDashboard = usePathname() === "/";
  return <Suspense fallback={<Skeleton />}>{isDashboard ? <DashboardPage /> : <OtherRoutes />}</Suspense>;
}
