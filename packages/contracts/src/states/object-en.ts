/** Captions of the states of an object; apart, as the Mini App's first load holds no others. */
export const objectStatesEn = {
  "state.object.draft": "Draft",
  "state.object.planning": "Planning",
  "state.object.active": "In work",
  "state.object.on_hold": "On hold",
  "state.object.completing": "Hand-over",
  "state.object.closed": "Closed",
  "state.object.archived": "Archived",
} as const;
