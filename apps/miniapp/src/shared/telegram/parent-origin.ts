const TELEGRAM_HOST = /^([a-z0-9-]+\.)*telegram\.org$/;
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

function urlOf(origin: string): URL | null {
  return URL.canParse(origin) ? new URL(origin) : null;
}

/** True for an address of this very machine, where development happens. */
function isLoopback(origin: string): boolean {
  const url = urlOf(origin);
  return url !== null && LOOPBACK_HOST.test(url.hostname);
}

/** The origin that embeds us when it may: Telegram's web clients, and loopback while the page itself is on loopback. */
export function trustedParentOrigin(candidate: string | undefined, ownOrigin: string): string | null {
  const url = candidate === undefined ? null : urlOf(candidate);
  if (url === null) return null;
  if (url.protocol === "https:" && TELEGRAM_HOST.test(url.hostname)) return url.origin;
  return isLoopback(ownOrigin) && LOOPBACK_HOST.test(url.hostname) ? url.origin : null;
}
