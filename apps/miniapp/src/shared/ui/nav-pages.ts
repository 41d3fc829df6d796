/** The pages of the bar; `icon` is an outline of 24 units, drawn in the colour of the text. */
export const NAV_PAGES = [
  { name: "dashboard", path: "/", icon: "M3 13h8V3H3zm0 8h8v-6H3zm10 0h8V11h-8zm0-18v6h8V3z" },
  {
    name: "objects",
    path: "/objects",
    icon: "M4 21V7l8-4 8 4v14M9 21v-5h6v5M8 10h2m4 0h2M8 13h2m4 0h2",
  },
  { name: "notifications", path: "/notifications", icon: "M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4" },
  {
    name: "profile",
    path: "/profile",
    icon: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c1-4 4-6 8-6s7 2 8 6",
  },
] as const;
