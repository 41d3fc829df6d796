export { canonicalJson, hashInput } from "./idempotency.ts";
export { command, OUTBOX_CHANNEL, type Command } from "./command.ts";
export { type Context, personOf, type PhotoLinks, type SystemProbes, type Tx } from "./context.ts";
export { type Change, type DomainEvent, nonEmpty, type NonEmpty, type Outcome } from "./change.ts";
export {
  DomainError,
  type ErrorDetails,
  forbidden,
  invalidField,
  NO_ROW,
  notFound,
  type RefusedField,
} from "./errors.ts";
export { parseInput } from "./input.ts";
export { loadActor, sameActor } from "./load-actor.ts";
export { readerIn } from "./reader-in.ts";
export { allOf, type Asked, listText, type ListText } from "./list-text.ts";
export { withinReach } from "./within-reach.ts";
export {
  brokenCursor,
  isPositionOf,
  type Listing,
  openCursor,
  packCursor,
  type Position,
  toPage,
} from "./cursor.ts";
export { query, type Query } from "./query.ts";
export { dayText, instantText, personJson, personRow, nameFound, textHas } from "./sql-text.ts";
export { isDatabaseAway } from "./database-away.ts";
export { isDatabaseBusy, isStatementTooLong } from "./database-busy.ts";
export { sqlStateOf } from "./sql-state.ts";
export { assertVersion } from "./version.ts";
export { addDays, type Day, dayFromNumber, dayNumber, isoWeekday, projectWeek } from "./time/days.ts";
export { isTimeZone, localDay, localTime } from "./time/local-day.ts";
export { momentText } from "./time/moment-text.ts";
export { timeZoneName } from "./time/time-zone.ts";
export { insertRow, insertRows, updateRow } from "./rows.ts";
export * from "./workflow/index.ts";
export { pagedQuery, type Selection, type Sort } from "./paged-query.ts";
export { isPersonalMark, PERSONAL_FIELDS } from "./personal-values.ts";
export { inReach, reachParams } from "./in-reach.ts";
