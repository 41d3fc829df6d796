import { expect, test } from "vitest";
import type { HttpContext } from "../deps.ts";
import { createClientAddress } from "./client-address.ts";

function addressOf(
  peer: string,
  forwarded: string | undefined,
  trusted = ["127.0.0.0/8", "::1", "10.0.0.0/8"],
) {
  const context = {
    env: { incoming: { socket: { remoteAddress: peer } } },
    req: { header: (name: string) => (name === "x-forwarded-for" ? forwarded : undefined) },
  };
  return createClientAddress(trusted)(context as unknown as HttpContext);
}

test.each([
  ["the peer itself", "203.0.113.7", undefined, "203.0.113.7"],
  ["the peer when it is no proxy, whatever it claims", "203.0.113.7", "198.51.100.1", "203.0.113.7"],
  ["whom a proxy names", "127.0.0.1", "198.51.100.1", "198.51.100.1"],
  ["a peer written as IPv6", "::ffff:127.0.0.1", "198.51.100.1", "198.51.100.1"],
  ["the last that is no proxy", "10.0.0.5", "1.2.3.4, 198.51.100.1, 10.0.0.9", "198.51.100.1"],
  ["an IPv6 client", "::1", "2001:db8::5", "2001:db8::5"],
  ["the proxy when it names nobody", "127.0.0.1", "unknown", "127.0.0.1"],
])("gives %s", (_name, peer, forwarded, expected) => {
  expect(addressOf(peer, forwarded)).toBe(expected);
});
