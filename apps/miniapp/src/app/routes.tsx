import { lazy } from "react";
import { Route, Switch } from "wouter";
import { pages } from "./pages.ts";

const ObjectsPage = lazy(pages.objects);
const SetupRoutes = lazy(pages.setup);
const ObjectPage = lazy(pages.object);
const BreakdownPage = lazy(pages.breakdown);
const TeamRoutes = lazy(pages.team);
const FactsPage = lazy(pages.facts);
const ShiftPage = lazy(pages.shift);
const ExtrasPage = lazy(pages.extras);
const ExtraPage = lazy(pages.extra);
const FacadePage = lazy(pages.facade);
const ObjectParts = lazy(pages.parts);
const TaskPage = lazy(pages.task);
const MyTasksPage = lazy(pages.myTasks);
const ObjectTasksPage = lazy(pages.objectTasks);
const WaitingPage = lazy(pages.waiting);
const NotificationsPage = lazy(pages.notifications);
const DictionaryRoutes = lazy(pages.dictionaries);
const PersonalRoutes = lazy(pages.personal);

/** Every page but the dashboard, which the first load holds; each comes when it is opened. */
export default function OtherRoutes() {
  return (
    <Switch>
      <Route path="/objects">
        <ObjectsPage />
      </Route>
      <Route path={/^\/objects\/(new$|\d+\/setup)/}>
        <SetupRoutes />
      </Route>
      <Route path="/objects/:id">{({ id }) => <ObjectPage id={Number(id)} />}</Route>
      <Route path="/objects/:id/team/*?">
        <TeamRoutes />
      </Route>
      <Route path="/objects/:id/why">{({ id }) => <BreakdownPage key={id} id={Number(id)} />}</Route>
      <Route path="/objects/:id/fact">{({ id }) => <FactsPage id={Number(id)} />}</Route>
      <Route path="/objects/:id/shift">{({ id }) => <ShiftPage key={id} id={Number(id)} />}</Route>
      <Route path="/objects/:id/extras">{({ id }) => <ExtrasPage key={id} id={Number(id)} />}</Route>
      <Route path="/extras/:id">{({ id }) => <ExtraPage key={id} id={Number(id)} />}</Route>
      <Route path="/objects/:id/facade">{({ id }) => <FacadePage key={id} id={Number(id)} />}</Route>
      <Route path="/objects/:id/tasks">{({ id }) => <ObjectTasksPage id={Number(id)} />}</Route>
      <Route path="/objects/:id/zones">
        {({ id }) => <ObjectParts key={id} id={Number(id)} part="zones" />}
      </Route>
      <Route path="/objects/:id/crews">
        {({ id }) => <ObjectParts key={id} id={Number(id)} part="crews" />}
      </Route>
      <Route path="/tasks">
        <MyTasksPage />
      </Route>
      <Route path="/tasks/:id">{({ id }) => <TaskPage key={id} id={Number(id)} />}</Route>
      <Route path="/waiting">
        <WaitingPage />
      </Route>
      <Route path="/notifications">
        <NotificationsPage />
      </Route>
      <Route path="/dictionaries/*">
        <DictionaryRoutes />
      </Route>
      <Route>
        <PersonalRoutes />
      </Route>
    </Switch>
  );
}
