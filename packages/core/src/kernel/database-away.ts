/** Error codes of the PostgreSQL client and the network when the server cannot be reached. */
const CLIENT_CODES = new Set([
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
]);
/** Connection failures; server shut down, crashed or starting up; too many connections or disk full. */
const SQL_STATES = /^(08\w{3}|57P0[123]|53[13]00)$/;

/** True when PostgreSQL is unreachable, whatever the statement: the same work may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (!("code" in at) || typeof at.code !== "string") continue;
    if (CLIENT_CODES.has(at.code) || SQL_STATES.test(at.code)) return true;
    // A missing Unix socket, as opposed to a missing file.
    if (at.code === "ENOENT" && "syscall" in at && at.syscall === "connect") return true;
  }
  return false;
}
