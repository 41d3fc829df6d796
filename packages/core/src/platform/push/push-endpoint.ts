import { isIP } from "node:net";

const LONGEST = 1_000;
/** Names that no public server has. */
const OWN_NAMES = /(?:^|\.)(?:localhost|local|internal|intranet|home|lan|corp|private|svc|arpa|onion)$/;

/**
 * Whether an address may be that of a push service. A user names it and the server sends requests to it: only https on its
 * ordinary port, by the name of a public host. Where the name leads is judged again when a request is sent.
 */
export function isPushEndpoint(text: string): boolean {
  if (text.length > LONGEST || !URL.canParse(text)) return false;
  const { protocol, port, username, password, hash, hostname } = new URL(text);
  if (protocol !== "https:" || port !== "" || username !== "" || password !== "" || hash !== "") return false;
  const host = hostname.replace(/\.$/, "");
  return isIP(host.replace(/^\[|\]$/g, "")) === 0 && host.includes(".") && !OWN_NAMES.test(host);
}

/** An address of a push service as it is kept: one text for one address, so that it is known again. */
export const asEndpoint = (text: string): string => new URL(text).href;
