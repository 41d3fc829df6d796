import { Route, Switch } from "wouter";
import { NothingHere } from "../shared/ui/nothing-here.tsx";
import { lazyPage } from "../shared/ui/lazy-page.tsx";

const WorksPage = lazyPage(() => import("../features/dictionaries/works-page.tsx"));
const CalendarsPage = lazyPage(() => import("../features/dictionaries/calendars-page.tsx"));
const CalendarPage = lazyPage(() => import("../features/dictionaries/calendar-page.tsx"));

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
      <Route>
        <NothingHere />
      </Route>
    </Switch>
  );
}
