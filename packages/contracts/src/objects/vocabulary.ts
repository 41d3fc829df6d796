/** Vocabulary of objects: codes used in the database, the API and buttons. No imports. */
export const OBJECT_STATUSES = [
  "draft",
  "planning",
  "active",
  "on_hold",
  "completing",
  "closed",
  "archived",
] as const;
export type ObjectStatus = (typeof OBJECT_STATUSES)[number];

/** Names of the moves of an object made by users. */
export const OBJECT_MOVES = [
  "plan",
  "transfer",
  "hold",
  "resume",
  "complete",
  "continue",
  "close",
  "reopen",
  "archive",
] as const;
export type ObjectMove = (typeof OBJECT_MOVES)[number];

export const OBJECT_EVENTS = [
  "object.created",
  "object.team_changed",
  "object.structure_changed",
  "object.status_changed",
  "object.member_closed",
  "object.move_undone",
  "object.changed",
  "object.settings_changed",
  "object.calendar_changed",
] as const;
