const LOST = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "ETIMEDOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
]);
/** Shutting down, starting up, connection trouble, too many connections, no room on its disk. */
const AWAY_STATE = /^(57P0[123]|08\w{3}|53[13]00)$/;

/** True when PostgreSQL could not be reached: the same work will succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === "string" && (LOST.has(code) || AWAY_STATE.test(code))) return true;
  }
  return false;
}
