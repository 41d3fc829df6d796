import { lazy, Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import { DashboardPage } from "../features/dashboard/dashboard-page.tsx";
import { Skeleton } from "../shared/ui/skeleton.tsx";

const ObjectsPage = lazy(() => import("../features/objects/objects-page.tsx"));
const ObjectPage = lazy(() => import("../features/object/object-page.tsx"));
const FactsPage = lazy(() => import("../features/facts/facts-page.tsx"));
const NotificationsPage = lazy(() => import("../features/notifications/notifications-page.tsx"));
const ProfilePage = lazy(() => import("../features/profile/profile-page.tsx"));
const QueuePage = lazy(() => import("../features/profile/queue-page.tsx"));

/** The dashboard is in the first load; every other page comes when it is opened. */
export function Routes() {
  return (
    <Suspense fallback={<Skeleton />}>
      <Switch>
        <Route path="/">
          <DashboardPage />
        </Route>
        <Route path="/objects">
          <ObjectsPage />
        </Route>
        <Route path="/objects/:id">{({ id }) => <ObjectPage id={Number(id)} section="overview" />}</Route>
        <Route path="/objects/:id/team">{({ id }) => <ObjectPage id={Number(id)} section="team" />}</Route>
        <Route path="/objects/:id/fact">{({ id }) => <FactsPage id={Number(id)} />}</Route>
        <Route path="/notifications">
          <NotificationsPage />
        </Route>
        <Route path="/profile">
          <ProfilePage />
        </Route>
        <Route path="/profile/queue">
          <QueuePage />
        </Route>
        <Route>
          <Redirect to="/" replace />
        </Route>
      </Switch>
    </Suspense>
  );
}
