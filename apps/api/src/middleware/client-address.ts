import { BlockList, isIP } from "node:net";
import type { HttpContext } from "../deps.ts";

export type ClientAddress = (c: HttpContext) => string;

/** The client's address. X-Forwarded-For is used only when the request comes from a trusted proxy. */
export function createClientAddress(trustedProxies: readonly string[]): ClientAddress {
  const trusted = new BlockList();
  for (const entry of trustedProxies) {
    const [address = "", prefix] = entry.split("/");
    const family = familyOf(address);
    if (prefix === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(prefix), family);
  }
  const isTrusted = (address: string) => isIP(address) !== 0 && trusted.check(address, familyOf(address));

  return (c) => {
    const peer = plain(c.env.incoming.socket.remoteAddress ?? "");
    const hops = (c.req.header("x-forwarded-for") ?? "").split(",").map((hop) => plain(hop.trim()));
    let address = peer;
    for (const hop of hops.toReversed()) {
      if (!isTrusted(address) || isIP(hop) === 0) break;
      address = hop;
    }
    return address;
  };
}

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/, "");
