/** Texts of the delegation card. */
export const delegationEn = {
  title: "👥 Deputy for {principal}",
  title_ended: "👥 No longer deputy for {principal}",
  deputy: "Deputy",
  days: "Days",
  object: "Object",
  all_objects: "all objects",
  open: "Open",
} as const;
