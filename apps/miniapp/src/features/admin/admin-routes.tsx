import { lazy } from "react";
import { Redirect, Route, Switch } from "wouter";

const AdminPage = lazy(() => import("./admin-page.tsx"));
const AuditPage = lazy(() => import("./audit/audit-page.tsx"));
const HealthPage = lazy(() => import("./health/health-page.tsx"));
const MessagesPage = lazy(() => import("./health/messages-page.tsx"));
const RolesPage = lazy(() => import("./roles/roles-page.tsx"));

/** What an administrator watches and looks up. */
export default function AdminRoutes() {
  return (
    <Switch>
      <Route path="/admin">
        <AdminPage />
      </Route>
      <Route path="/admin/audit">
        <AuditPage />
      </Route>
      <Route path="/admin/health">
        <HealthPage />
      </Route>
      <Route path="/admin/messages">
        <MessagesPage />
      </Route>
      <Route path="/admin/roles">
        <RolesPage />
      </Route>
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  );
}
