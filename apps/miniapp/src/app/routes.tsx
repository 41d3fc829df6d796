import type { ReactNode } from "react";
import { Route, Switch } from "wouter";
import { pages } from "./pages.ts";

type Params = Readonly<Record<string, string | undefined>>;
type Place = {
  readonly at: RegExp;
  readonly page: { readonly load: () => Promise<unknown> };
  readonly draw: (params: Params) => ReactNode;
};

/** `:id` stands for the id of a thing, a star at the end for all that follows. */
const addressOf = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll(/:(\w+)/g, "(?<$1>\\d{1,9})").replace(/\/\*$/, "(?:/.*)?")}/?$`);

const idOf = ({ id }: Params): number => Number(id);

/** Every page but the dashboard, which the first load holds; each comes when it is opened. */
const PLACES: readonly Place[] = [
  { at: addressOf("/objects"), page: pages.objects, draw: () => <pages.objects /> },
  { at: /^\/objects\/(new$|\d+\/setup)/, page: pages.setup, draw: () => <pages.setup /> },
  { at: addressOf("/objects/:id"), page: pages.object, draw: (at) => <pages.object id={idOf(at)} /> },
  { at: addressOf("/objects/:id/team/*"), page: pages.team, draw: () => <pages.team /> },
  {
    at: addressOf("/objects/:id/why"),
    page: pages.breakdown,
    draw: (at) => <pages.breakdown key={at["id"]} id={idOf(at)} />,
  },
  { at: addressOf("/objects/:id/fact"), page: pages.facts, draw: (at) => <pages.facts id={idOf(at)} /> },
  {
    at: addressOf("/objects/:id/shift"),
    page: pages.shift,
    draw: (at) => <pages.shift key={at["id"]} id={idOf(at)} />,
  },
  {
    at: addressOf("/objects/:id/gpr"),
    page: pages.gprVersions,
    draw: (at) => <pages.gprVersions key={at["id"]} id={idOf(at)} />,
  },
  {
    at: addressOf("/objects/:id/defects"),
    page: pages.defects,
    draw: (at) => <pages.defects key={at["id"]} id={idOf(at)} />,
  },
  {
    at: addressOf("/defects/:id"),
    page: pages.defect,
    draw: (at) => <pages.defect key={at["id"]} id={idOf(at)} />,
  },
  {
    at: addressOf("/objects/:id/supply"),
    page: pages.supplies,
    draw: (at) => <pages.supplies key={at["id"]} id={idOf(at)} />,
  },
  {
    at: addressOf("/supply/:id"),
    page: pages.supply,
    draw: (at) => <pages.supply key={at["id"]} id={idOf(at)} />,
  },
  {
    at: addressOf("/objects/:id/extras"),
    page: pages.extras,
    draw: (at) => <pages.extras key={at["id"]} id={idOf(at)} />,
  },
  {
    at: addressOf("/objects/:id/revisions"),
    page: pages.revisions,
    draw: (at) => <pages.revisions key={at["id"]} id={idOf(at)} />,
  },
  { at: addressOf("/extras"), page: pages.allExtras, draw: () => <pages.allExtras /> },
  {
    at: addressOf("/gpr/:id"),
    page: pages.gpr,
    draw: (at) => <pages.gpr key={at["id"]} id={idOf(at)} />,
  },
  {
    at: addressOf("/gpr/:id/schedule"),
    page: pages.gprSchedule,
    draw: (at) => <pages.gprSchedule key={at["id"]} id={idOf(at)} />,
  },
  {
    at: addressOf("/gpr/:id/diff"),
    page: pages.gprDiff,
    draw: (at) => <pages.gprDiff key={at["id"]} id={idOf(at)} />,
  },
  {
    at: addressOf("/extras/:id"),
    page: pages.extra,
    draw: (at) => <pages.extra key={at["id"]} id={idOf(at)} />,
  },
  { at: addressOf("/objects/:id/facade"), page: pages.facade, draw: (at) => <pages.facade id={idOf(at)} /> },
  {
    at: addressOf("/objects/:id/tasks"),
    page: pages.objectTasks,
    draw: (at) => <pages.objectTasks id={idOf(at)} />,
  },
  {
    at: addressOf("/objects/:id/zones"),
    page: pages.parts,
    draw: (at) => <pages.parts key={at["id"]} id={idOf(at)} part="zones" />,
  },
  {
    at: addressOf("/objects/:id/crews"),
    page: pages.parts,
    draw: (at) => <pages.parts key={at["id"]} id={idOf(at)} part="crews" />,
  },
  {
    at: addressOf("/objects/:id/chats"),
    page: pages.chats,
    draw: (at) => <pages.chats key={at["id"]} id={idOf(at)} />,
  },
  { at: addressOf("/tasks"), page: pages.myTasks, draw: () => <pages.myTasks /> },
  {
    at: addressOf("/tasks/:id"),
    page: pages.task,
    draw: (at) => <pages.task key={at["id"]} id={idOf(at)} />,
  },
  { at: addressOf("/waiting"), page: pages.waiting, draw: () => <pages.waiting /> },
  { at: addressOf("/notifications"), page: pages.notifications, draw: () => <pages.notifications /> },
  { at: addressOf("/dictionaries/*"), page: pages.dictionaries, draw: () => <pages.dictionaries /> },
  { at: /./, page: pages.personal, draw: () => <pages.personal /> },
];

/** Loads the page of an address before it is drawn. */
export async function loadPageAt(pathname: string): Promise<void> {
  await PLACES.find(({ at }) => at.test(pathname))?.page.load();
}

export default function OtherRoutes() {
  return (
    <Switch>
      {PLACES.map(({ at, draw }) => (
        <Route key={at.source} path={at}>
          {(params) => draw(params as Params)}
        </Route>
      ))}
    </Switch>
  );
}
