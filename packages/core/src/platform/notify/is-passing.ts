import { isDatabaseAway, isDatabaseBusy, sqlStateOf } from "../../kernel/index.ts";

/**
 * True when PostgreSQL, not the event, is at fault: unavailable, short of resources, or the transaction was aborted.
 */
export const isPassing = (error: unknown): boolean =>
  isDatabaseAway(error) || isDatabaseBusy(error) || /^(40|53|57)/.test(sqlStateOf(error) ?? "");
