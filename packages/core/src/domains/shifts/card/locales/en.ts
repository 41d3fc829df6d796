/** Texts of the card of a shift that was closed. */
export const closedEn = {
  title: "✅ Shift closed · {date}",
  night: "{day}, night",
  part: "For foreman",
  lines: "Lines",
  of: "{done} of {total}, downtimes {downtimes}",
  silent: "No fact",
  more: "and {number} more",
  later: "Entered later",
  add: "Add",
  reopen: "Open the shift again",
} as const;
