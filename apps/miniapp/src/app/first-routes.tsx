import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { DashboardPage } from "../features/dashboard/dashboard-page.tsx";
import { Skeleton } from "../shared/ui/skeleton.tsx";

const OtherRoutes = lazy(() => import("./routes.tsx"));

/** The dashboard is in the first load; the table of all other pages comes beside it, so that it may grow. */
export function Routes() {
  return (
    <Suspense fallback={<Skeleton />}>
      <Switch>
        <Route path="/">
          <DashboardPage />
        </Route>
        <Route>
          <OtherRoutes />
        </Route>
      </Switch>
    </Suspense>
  );
}
