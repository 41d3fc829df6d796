/** What a page asks first and where it stands, so that both are on their way before the app is there. */
type Place = {
  /** The address, and the paths under `/api/` asked for it. */
  readonly at: string;
  readonly asks: readonly string[];
  /** Asked for those who enter facts alone. */
  readonly form?: string;
  readonly page?: string;
  /** What the page asks for as soon as it is drawn. */
  readonly parts?: readonly string[];
};

const BUILDING = "src/shared/ui/building/building.tsx";

/** The modules whose files a place needs besides the first load. */
export const modulesOf = ({ page, parts = [] }: Place): string[] => [
  ...(page === undefined ? [] : [page]),
  ...parts,
];

/** The number on the bar; the dashboard brings it along. */
const UNREAD = "notifications/summary";

export const PLACES: readonly Place[] = [
  { at: "/", asks: ["dashboard"], parts: [BUILDING] },
  {
    at: "/objects",
    asks: ["objects?limit=50&sort=name", "object-drafts?limit=50", UNREAD],
    page: "src/features/objects/objects-page.tsx",
  },
  {
    at: "/objects/(\\d+)",
    asks: ["objects/$1/dashboard", "objects/$1", UNREAD],
    page: "src/features/object/object-page.tsx",
    parts: [BUILDING],
  },
  {
    at: "/objects/(\\d+)/fact",
    asks: [
      "objects/$1",
      "objects/$1/facts?day=today&limit=200&sort=-createdAt",
      "objects/$1/facts?status=submitted&limit=200&sort=-date",
      "objects/$1/shift?shift=day",
      UNREAD,
    ],
    form: "objects/$1/fact-form",
    page: "src/features/facts/facts-page.tsx",
  },
  {
    at: "/objects/(\\d+)/facade",
    asks: ["objects/$1/facade-map", "objects/$1", UNREAD],
    page: "src/features/facade/facade-page.tsx",
  },
  {
    at: "/objects/(\\d+)/tasks",
    asks: ["objects/$1/tasks?limit=30&sort=deadline&state=open", "objects/$1", UNREAD],
    page: "src/features/tasks/object-tasks-page.tsx",
  },
  {
    at: "/gpr/(\\d+)/schedule",
    asks: ["gpr-versions/$1", "gpr-versions/$1/rows"],
    page: "src/features/gpr/schedule/schedule-page.tsx",
  },
  {
    at: "/tasks",
    asks: ["me/tasks?limit=30&role=assignee&state=open", UNREAD],
    page: "src/features/tasks/my-tasks-page.tsx",
  },
  {
    at: "/tasks/(\\d+)",
    asks: ["tasks/$1", "tasks/$1/comments?limit=50", UNREAD],
    page: "src/features/tasks/task-page.tsx",
  },
  {
    at: "/waiting",
    asks: ["me/approvals?side=mine&limit=30", "dashboard", UNREAD],
    page: "src/features/waiting/waiting-page.tsx",
  },
  {
    at: "/notifications",
    asks: ["notifications?limit=50", UNREAD],
    page: "src/features/notifications/notifications-page.tsx",
  },
  {
    at: "/profile",
    asks: [
      "me",
      "me/kpi",
      "dashboard",
      "me/approvals?side=others&limit=30",
      "me/delegations?limit=50",
      "me/passkeys",
      UNREAD,
    ],
    page: "src/app/personal-routes.tsx",
  },
  { at: "/(?:profile|people).*", asks: [], page: "src/app/personal-routes.tsx" },
];
