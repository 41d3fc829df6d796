/** What the PostgreSQL client and the network say when nobody answers there. */
const CLIENT_CODES = new Set([
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
]);
/** Shut down, crashed, starting up, too many connections; class 08 is a broken connection. */
const SQL_STATES = new Set(["57P01", "57P02", "57P03", "53300"]);

/** True when a request failed because the database could not be reached, not because of what was asked. */
export function isDatabaseAway(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = "code" in at ? at.code : undefined;
    if (typeof code !== "string") continue;
    if (CLIENT_CODES.has(code) || SQL_STATES.has(code) || /^08\d{3}$/.test(code)) return true;
  }
  return false;
}
