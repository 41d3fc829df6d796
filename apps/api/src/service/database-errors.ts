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
/** Shut down, crashed, starting up, too many connections, no room on its disk. */
const AWAY = new Set(["57P01", "57P02", "57P03", "53300", "53100"]);
/** A value that PostgreSQL cannot read as a number, a day or a text: only a value from outside can be that. */
const UNFIT = new Set(["22003", "22007", "22008", "22021", "22P02", "22P05"]);

/** True when a request failed because the database could not be reached, not because of what was asked. */
export function isDatabaseAway(error: unknown): boolean {
  return codesOf(error).some((code) => CLIENT_CODES.has(code) || AWAY.has(code) || /^08\d{3}$/.test(code));
}

/** True when a value from outside passed every check and is none for the database: a forged cursor. */
export function isUnfitValue(error: unknown): boolean {
  return codesOf(error).some((code) => UNFIT.has(code));
}

/** Codes of an error and of its causes. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") codes.push(at.code);
  }
  return codes;
}
