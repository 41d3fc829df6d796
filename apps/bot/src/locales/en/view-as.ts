/** /viewas: viewing as another role. */
export const viewAs = {
  "view_as.title": "👥 View as…",
  "view_as.ask_role": "In which role?",
  "view_as.ask_object": "On which object?",
  "view_as.no_objects": "There are no objects yet.",
  "view_as.started": "👥 View mode",
  "view_as.mark": "View mode: {what}",
  "view_as.reads_only": "View mode: nothing is recorded.",
  "view_as.leave": "Leave the view",
  "view_as.left": "The view is over.",
} as const;
