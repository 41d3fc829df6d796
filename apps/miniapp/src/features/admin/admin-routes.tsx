import { Route, Switch } from "wouter";
import { NothingHere } from "../../shared/ui/nothing-here.tsx";
import { lazyPage } from "../../shared/ui/lazy-page.tsx";

const AdminPage = lazyPage(() => import("./admin-page.tsx"));
const AuditPage = lazyPage(() => import("./audit/audit-page.tsx"));
const HealthPage = lazyPage(() => import("./health/health-page.tsx"));
const MessagesPage = lazyPage(() => import("./health/messages-page.tsx"));
const RolesPage = lazyPage(() => import("./roles/roles-page.tsx"));

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
        <NothingHere />
      </Route>
    </Switch>
  );
}
