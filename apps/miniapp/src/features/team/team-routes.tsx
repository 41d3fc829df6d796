import { Route, Switch } from "wouter";
import { NothingHere } from "../../shared/ui/nothing-here.tsx";
import { InvitationsPage } from "./invitations-page.tsx";
import { TeamPage } from "./team-page.tsx";

/** The team of an object and how people come into it; arrives as one part. */
export default function TeamRoutes() {
  return (
    <Switch>
      <Route path="/objects/:id/team">{({ id }) => <TeamPage key={id} id={Number(id)} />}</Route>
      <Route path="/objects/:id/team/invitations">
        {({ id }) => <InvitationsPage key={id} id={Number(id)} />}
      </Route>
      <Route>
        <NothingHere />
      </Route>
    </Switch>
  );
}
