import { Route, Switch } from "wouter";
import { PeoplePage } from "./people-page.tsx";
import { PersonPage } from "./person-page.tsx";

/** The people of the company and each of them. */
export default function PeopleRoutes() {
  return (
    <Switch>
      <Route path="/people/:id">{({ id }) => <PersonPage key={id} id={Number(id)} />}</Route>
      <Route>
        <PeoplePage />
      </Route>
    </Switch>
  );
}
