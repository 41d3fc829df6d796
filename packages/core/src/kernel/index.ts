export { canonicalJson, hashInput } from "./idempotency.ts";
export { command, OUTBOX_CHANNEL, type Command } from "./command.ts";
export { type Context, personOf, type PhotoLinks, type Tx } from "./context.ts";
export { type Change, type DomainEvent, nonEmpty, type NonEmpty, type Outcome } from "./change.ts";
export { DomainError, type ErrorDetails, forbidden, invalidField, notFound } from "./errors.ts";
export { openCursor, packCursor, toPage } from "./cursor.ts";
export { query, type Query } from "./query.ts";
export { sqlStateOf } from "./sql-state.ts";
export { assertVersion } from "./version.ts";
