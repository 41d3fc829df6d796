import { Redirect, Route, Switch } from "wouter";
import { ActivityPage } from "./activity/activity-page.tsx";
import { DeputiesPage } from "./deputies/deputies-page.tsx";
import { ProfilePage } from "./profile-page.tsx";
import { QueuePage } from "./queue-page.tsx";
import { SettingsPage } from "./settings/settings-page.tsx";
import { TasksPage } from "./tasks-page.tsx";

/** Everything about the reader himself; arrives as one part, so that it opens without a network too. */
export default function ProfileRoutes() {
  return (
    <Switch>
      <Route path="/profile" component={ProfilePage} />
      <Route path="/profile/tasks" component={TasksPage} />
      <Route path="/profile/activity" component={ActivityPage} />
      <Route path="/profile/settings" component={SettingsPage} />
      <Route path="/profile/deputies" component={DeputiesPage} />
      <Route path="/profile/queue" component={QueuePage} />
      <Route>
        <Redirect to="/profile" replace />
      </Route>
    </Switch>
  );
}
