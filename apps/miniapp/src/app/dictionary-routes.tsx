import { lazy } from "react";
import { Route, Switch } from "wouter";

const WorksPage = lazy(() => import("../features/dictionaries/works-page.tsx"));
const CalendarsPage = lazy(() => import("../features/dictionaries/calendars-page.tsx"));
const CalendarPage = lazy(() => import("../features/dictionaries/calendar-page.tsx"));

/** What an administrator keeps for the whole company. */
export default function DictionaryRoutes() {
  return (
    <Switch>
      <Route path="/dictionaries/works">
        <WorksPage />
      </Route>
      <Route path="/dictionaries/calendars">
        <CalendarsPage />
      </Route>
      <Route path="/dictionaries/calendars/:year">
        {({ year }) => <CalendarPage key={year} year={Number(year)} />}
      </Route>
    </Switch>
  );
}
