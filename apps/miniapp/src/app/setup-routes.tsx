import { Route, Switch } from "wouter";
import { SetupPage } from "../features/object/setup/setup-page.tsx";
import { WizardPage } from "../features/objects/wizard/wizard-page.tsx";

/** A new object and the setting up of one that stands: few people need them, so they arrive together when opened. */
export default function SetupRoutes() {
  return (
    <Switch>
      <Route path="/objects/new">
        <WizardPage />
      </Route>
      <Route path="/objects/:id/setup/:part?">
        {({ id, part }) => <SetupPage id={Number(id)} part={part ?? ""} />}
      </Route>
    </Switch>
  );
}
