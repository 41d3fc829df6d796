export * from "./verbs.ts";
export {
  type Command,
  type Context,
  DomainError,
  type ErrorDetails,
  forbidden,
  invalidField,
  isDatabaseAway,
  momentText,
  notFound,
  OUTBOX_CHANNEL,
  type PhotoLinks,
  type Query,
  sqlStateOf,
} from "./kernel/index.ts";
export { type AnyCommand, type AnyQuery, COMMANDS, QUERIES } from "./registry.ts";
