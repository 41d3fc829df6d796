import { lazy } from "react";
import { Redirect, Route, Switch } from "wouter";
import { ProfilePage } from "../features/profile/profile-page.tsx";
import { QueuePage } from "../features/profile/queue-page.tsx";
import { personalPages } from "./personal-pages.ts";

const ActivityPage = lazy(personalPages.activity);
const AdminRoutes = lazy(personalPages.admin);
const DeputiesPage = lazy(personalPages.deputies);
const DepartmentsPage = lazy(personalPages.departments);
const DevicesPage = lazy(personalPages.devices);
const OwnTasksPage = lazy(personalPages.tasks);
const PeoplePage = lazy(personalPages.people);
const PersonPage = lazy(personalPages.person);
const PersonalDataPage = lazy(personalPages.personalData);
const SettingsPage = lazy(personalPages.settings);
const ViewAsPage = lazy(personalPages.viewAs);

/**
 * Everything about the reader himself and the people of the company. What is nowhere leads to the dashboard: here, as the
 * first load need not know it.
 */
export default function PersonalRoutes() {
  return (
    <Switch>
      <Route path="/profile" component={ProfilePage} />
      <Route path="/profile/tasks" component={OwnTasksPage} />
      <Route path="/profile/activity" component={ActivityPage} />
      <Route path="/profile/settings" component={SettingsPage} />
      <Route path="/profile/deputies" component={DeputiesPage} />
      <Route path="/profile/devices" component={DevicesPage} />
      <Route path="/profile/data" component={PersonalDataPage} />
      <Route path="/profile/view-as" component={ViewAsPage} />
      <Route path="/profile/queue" component={QueuePage} />
      <Route path="/admin/*?" component={AdminRoutes} />
      <Route path="/people" component={PeoplePage} />
      <Route path="/people/departments" component={DepartmentsPage} />
      <Route path="/people/:id">{({ id }) => <PersonPage key={id} id={Number(id)} />}</Route>
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  );
}
