import { lazy, Suspense, useEffect, type ReactNode } from "react";
import { useViewedRole } from "../shared/api/viewed-role.ts";
import { useBackHandler } from "../shared/telegram/back-button.ts";
import { goBack, useIsRoot, usePathname } from "../shared/navigation.ts";
import { NavBar } from "../shared/ui/nav-bar.tsx";
import { useIsWide } from "../shared/ui/side.ts";
import { NetworkStrip } from "../shared/ui/network-strip.tsx";
import { ToastPlace } from "../shared/ui/toast.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { useUnread } from "./use-unread.ts";
import "./layout.css";

const ViewStrip = lazy(() => import("../features/view-as/view-strip.tsx"));
const SideList = lazy(() => import("./side-list.tsx"));
const QUIET_AFTER_MS = 3000;

/** What does not arrive now is asked for again when it is opened, and that screen then says so. */
const fetchOtherPages = () =>
  void import("./pages.ts").then((pages) => pages.fetchOtherPages()).catch(reportError);

/** The frame of every page: what the network does, the page, the bar. */
export function Layout({ children }: { children: ReactNode }) {
  const isRoot = useIsRoot();
  const unread = useUnread();
  const here = usePathname();
  const viewed = useViewedRole();
  const isWide = useIsWide();
  useBackHandler(!isRoot, goBack);
  useEffect(() => {
    const timer = setTimeout(fetchOtherPages, QUIET_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="layout">
      <main className="layout-page">
        {viewed !== null && (
          <Suspense>
            <ViewStrip role={viewed} />
          </Suspense>
        )}
        <NetworkStrip />
        <ErrorBoundary key={here}>{children}</ErrorBoundary>
      </main>
      {isWide && (
        <Suspense>
          <SideList here={here} />
        </Suspense>
      )}
      <NavBar unread={unread} />
      <ToastPlace />
    </div>
  );
}
