import { Redirect, Route, Switch } from "wouter";
import { ActivityPage } from "../features/profile/activity/activity-page.tsx";
import { DepartmentsPage } from "../features/people/departments-page.tsx";
import { PeoplePage } from "../features/people/people-page.tsx";
import { PersonPage } from "../features/people/person-page.tsx";
import { DeputiesPage } from "../features/profile/deputies/deputies-page.tsx";
import { ProfilePage } from "../features/profile/profile-page.tsx";
import { QueuePage } from "../features/profile/queue-page.tsx";
import { SettingsPage } from "../features/profile/settings/settings-page.tsx";
import { ViewAsPage } from "../features/view-as/view-as-page.tsx";
import { TasksByDay } from "../features/tasks/tasks-by-day.tsx";
import { ProfileFrame } from "../features/profile/components/profile-frame.tsx";

/**
 * Everything about the reader himself and the people of the company; arrives as one part, so that it opens without a
 * network too. What is nowhere leads to the dashboard: here, as the first load need not know it.
 */
export default function PersonalRoutes() {
  return (
    <Switch>
      <Route path="/profile" component={ProfilePage} />
      <Route path="/profile/tasks">
        <ProfileFrame here="tasks">
          <TasksByDay />
        </ProfileFrame>
      </Route>
      <Route path="/profile/activity" component={ActivityPage} />
      <Route path="/profile/settings" component={SettingsPage} />
      <Route path="/profile/deputies" component={DeputiesPage} />
      <Route path="/profile/view-as" component={ViewAsPage} />
      <Route path="/profile/queue" component={QueuePage} />
      <Route path="/people" component={PeoplePage} />
      <Route path="/people/departments" component={DepartmentsPage} />
      <Route path="/people/:id">{({ id }) => <PersonPage key={id} id={Number(id)} />}</Route>
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  );
}
