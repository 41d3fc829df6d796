/** What a page asks first and where it stands, so that both are on their way before the app is there. */
type Place = {
  /** The address, and the paths under `/api/` asked for it. */
  readonly at: string;
  readonly asks: readonly string[];
  /** Asked for those who enter facts alone. */
  readonly form?: string;
  readonly page?: string;
};

export const PLACES: readonly Place[] = [
  { at: "/", asks: ["dashboard"] },
  {
    at: "/objects",
    asks: ["objects?limit=50&sort=name", "notifications/summary"],
    page: "src/features/objects/objects-page.tsx",
  },
  {
    at: "/objects/(\\d+)",
    asks: ["objects/$1/dashboard", "objects/$1"],
    page: "src/features/object/object-page.tsx",
  },
  {
    at: "/objects/(\\d+)/fact",
    asks: ["objects/$1"],
    form: "objects/$1/fact-form",
    page: "src/features/facts/facts-page.tsx",
  },
  {
    at: "/objects/(\\d+)/facade",
    asks: ["objects/$1/facade-map", "objects/$1"],
    page: "src/features/facade/facade-page.tsx",
  },
  {
    at: "/objects/(\\d+)/tasks",
    asks: ["objects/$1/tasks?limit=30&sort=deadline&state=open", "objects/$1"],
    page: "src/features/tasks/object-tasks-page.tsx",
  },
  {
    at: "/gpr/(\\d+)/schedule",
    asks: ["gpr-versions/$1", "gpr-versions/$1/rows"],
    page: "src/features/gpr/schedule/schedule-page.tsx",
  },
  {
    at: "/tasks",
    asks: ["me/tasks?limit=30&role=assignee&state=open"],
    page: "src/features/tasks/my-tasks-page.tsx",
  },
  {
    at: "/tasks/(\\d+)",
    asks: ["tasks/$1", "tasks/$1/comments?limit=50"],
    page: "src/features/tasks/task-page.tsx",
  },
  {
    at: "/waiting",
    asks: ["me/approvals?side=mine&limit=30", "dashboard"],
    page: "src/features/waiting/waiting-page.tsx",
  },
  {
    at: "/notifications",
    asks: ["notifications?limit=50", "notifications/summary"],
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
    ],
    page: "src/app/personal-routes.tsx",
  },
  { at: "/(?:profile|people).*", asks: [], page: "src/app/personal-routes.tsx" },
];
