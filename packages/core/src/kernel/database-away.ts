/** What the PostgreSQL client and the network report when nobody answers there. */
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
/** Connection trouble; shut down, crashed or starting up; too many connections, no room on its disk. */
const SQL_STATES = /^(08\w{3}|57P0[123]|53[13]00)$/;

/** True when PostgreSQL could not be reached, whatever was asked of it: the same work will succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (!("code" in at) || typeof at.code !== "string") continue;
    if (CLIENT_CODES.has(at.code) || SQL_STATES.test(at.code)) return true;
    // A Unix socket that is not there, as opposed to a missing file.
    if (at.code === "ENOENT" && "syscall" in at && at.syscall === "connect") return true;
  }
  return false;
}
