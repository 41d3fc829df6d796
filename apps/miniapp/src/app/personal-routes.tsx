import { Route, Switch } from "wouter";
import { NothingHere } from "../shared/ui/nothing-here.tsx";
import { ProfilePage } from "../features/profile/profile-page.tsx";
import { QueuePage } from "../features/profile/queue-page.tsx";
import { personalPages } from "./personal-pages.ts";

/**
 * Everything about the reader himself and the people of the company. An address that no page has comes here too, as the
 * first load need not know it.
 */
export default function PersonalRoutes() {
  return (
    <Switch>
      <Route path="/profile" component={ProfilePage} />
      <Route path="/profile/tasks" component={personalPages.tasks} />
      <Route path="/profile/activity" component={personalPages.activity} />
      <Route path="/profile/settings" component={personalPages.settings} />
      <Route path="/profile/deputies" component={personalPages.deputies} />
      <Route path="/profile/devices" component={personalPages.devices} />
      <Route path="/profile/data" component={personalPages.personalData} />
      <Route path="/profile/view-as" component={personalPages.viewAs} />
      <Route path="/profile/queue" component={QueuePage} />
      <Route path="/admin/*?" component={personalPages.admin} />
      <Route path="/people" component={personalPages.people} />
      <Route path="/people/departments" component={personalPages.departments} />
      <Route path={/^\/people\/(?<id>\d{1,9})\/?$/}>
        {({ id }) => <personalPages.person key={id} id={Number(id)} />}
      </Route>
      <Route>
        <NothingHere />
      </Route>
    </Switch>
  );
}
