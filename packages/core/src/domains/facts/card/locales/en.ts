/** Texts of the card of an object's day. */
export const dayCardEn = {
  title: "📐 {object} · {date}",
  entered: "Entered",
  of_total: "{done} of {total}",
  modules: "Modules",
  brackets: "Brackets",
  at_plan: "planned {plan}",
  deviations: "Deviations",
  more_one: "and {count} more",
  more_other: "and {count} more",
  idle: "Downtime",
  shift: "Shift",
  closed: "closed",
  shift_delta: "this shift {delta}",
  open: "Open",
  confirm: "Confirm · {count}",
  photos: "Photos · {count}",
} as const;
