import { Route, Switch } from "wouter";
import { NothingHere } from "../shared/ui/nothing-here.tsx";
import { lazyPage } from "../shared/ui/lazy-page.tsx";

const SetupPage = lazyPage(async () => ({
  default: (await import("../features/object/setup/setup-page.tsx")).SetupPage,
}));
const WizardPage = lazyPage(async () => ({
  default: (await import("../features/objects/wizard/wizard-page.tsx")).WizardPage,
}));

/** A new object and the setting up of one that stands: few people need them, so each comes when it is opened. */
export default function SetupRoutes() {
  return (
    <Switch>
      <Route path="/objects/new">
        <WizardPage />
      </Route>
      <Route path="/objects/:id/setup/:part?">
        {({ id, part }) => <SetupPage id={Number(id)} part={part ?? ""} />}
      </Route>
      <Route>
        <NothingHere />
      </Route>
    </Switch>
  );
}
