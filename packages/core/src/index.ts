export * from "./verbs.ts";
export { csvHead, csvLine, exportFileName } from "./domains/administration/index.ts";
export { CHAT_JOB, createChatHooks } from "./domains/chats/index.ts";
export { exportName } from "./domains/people/index.ts";
export { EXPORTED_TABLES } from "./platform/personal-data/index.ts";
export { hashOfSecret, newLinkSecret, signedInThemselves, signInUrl } from "./domains/sign-in/index.ts";
export {
  type Command,
  type Context,
  DomainError,
  type ErrorDetails,
  forbidden,
  invalidField,
  isDatabaseAway,
  isDatabaseBusy,
  isStatementTooLong,
  momentText,
  notFound,
  OUTBOX_CHANNEL,
  type PhotoLinks,
  type Query,
  type RefusedField,
  type SystemProbes,
  sameActor,
  sqlStateOf,
} from "./kernel/index.ts";
export { type AnyCommand, type AnyQuery, COMMANDS, QUERIES } from "./registry.ts";
