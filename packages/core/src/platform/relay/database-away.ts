import { sqlStateOf } from "../../kernel/index.ts";

const CLIENT_CODES = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
]);

/** True when PostgreSQL, not the statement, is at fault: it is away, going down or breaking up transactions. */
export function isDatabaseAway(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state !== null && /^(08|40|53|57)/.test(state)) return true;
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && CLIENT_CODES.has(at.code)) return true;
  }
  return false;
}
