import { Suspense, useMemo, useState, type ReactNode } from "react";
import { useSearch } from "wouter/use-browser-location";
import { SideContext } from "../shared/ui/side.ts";
import { Skeleton } from "../shared/ui/skeleton.tsx";
import { pages } from "./pages.ts";
import { personalPages } from "./personal-pages.ts";
import { isList, sideListOf } from "./side-places.ts";
import "./side-list.css";

const ObjectsPage = pages.objects;
const MyTasksPage = pages.myTasks;
const ObjectTasksPage = pages.objectTasks;
const WaitingPage = pages.waiting;
const NotificationsPage = pages.notifications;
const PeoplePage = personalPages.people;

function listAt(path: string): ReactNode {
  if (path === "/objects") return <ObjectsPage />;
  if (path === "/tasks") return <MyTasksPage />;
  if (path === "/waiting") return <WaitingPage />;
  if (path === "/notifications") return <NotificationsPage />;
  if (path === "/people") return <PeoplePage />;
  return <ObjectTasksPage id={Number(path.split("/")[2])} />;
}

/** A list with filters of its own: the window's address is that of the thing beside it. */
function Standing({ list }: { list: string }) {
  const [path = "", start = ""] = list.split("?");
  const [search, set] = useState(start);
  const address = useMemo(() => ({ search, set }), [search]);
  return (
    <SideContext value={address}>
      <Suspense fallback={<Skeleton />}>{listAt(path)}</Suspense>
    </SideContext>
  );
}

/** In a wide window: the list at the left of its thing. */
export default function SideList({ here }: { here: string }) {
  const search = useSearch();
  const [last, setLast] = useState<string | null>(null);
  const at = search === "" ? here : `${here}?${search}`;
  // Remembered while drawing: the thing that is opened next stands beside it at once.
  if (isList(here) && last !== at) setLast(at);
  const list = sideListOf(here, last);
  if (list === null) return null;
  return (
    <aside className="side-list" data-testid="side-list">
      <Standing key={list} list={list} />
    </aside>
  );
}
