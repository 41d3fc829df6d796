import { DomainError } from "@stsphera/core";
import type { MiddlewareHandler } from "hono";
import { isSigned, wayOf } from "../auth/ways.ts";
import type { ApiEnv } from "../deps.ts";
import type { ClientAddress } from "./client-address.ts";
import type { TokenBuckets } from "./token-buckets.ts";

/** Takes tokens of the bucket, one by default; throws rate_limited with the seconds to wait when it holds fewer. */
export function spend(buckets: TokenBuckets, key: string | number, tokens = 1): void {
  const seconds = buckets.take(key, tokens);
  if (seconds > 0) throw new DomainError("rate_limited", { values: { seconds } });
}

/** Limits what a signed-in user asks of a route that takes much of the process, so that others are answered meanwhile. */
export function limitCostly(buckets: TokenBuckets, tokens: number): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    spend(buckets, c.get("actor").id, tokens);
    await next();
  };
}

/**
 * Limits the sign-in routes by address and way in: failures narrowly, so that nothing can be guessed, and before it is
 * read from the database everything else widely, because one network may serve a whole company. Who has proved who
 * they are is counted as that person and not as their address, also when refused.
 */
export function limitByAddress(
  { failures, calls }: { failures: TokenBuckets; calls: TokenBuckets },
  addressOf: ClientAddress,
): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const way = wayOf(c.req.path);
    const key = `${way} ${networkOf(addressOf(c))}`;
    if (!isSigned(way)) spend(calls, key);
    await next();
    // Judged afterwards: what succeeds comes through, however many others of the network fail.
    if (c.get("proven") === true || !FAILED.has(c.res.status)) return;
    const seconds = failures.take(key);
    if (seconds === 0) return;
    // Without this the headers of the answer that is dropped, its length too, would stay on the new one.
    c.res = undefined;
    throw new DomainError("rate_limited", { values: { seconds } });
  };
}

const FAILED = new Set([400, 401, 403, 404, 409, 413, 415, 422]);

/** An IPv4 address, or the /64 network of an IPv6 one: a household has that many addresses to try from. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const parts = head === "" ? [] : head.split(":");
  const rest = tail === undefined || tail === "" ? [] : tail.split(":");
  const filled = [...parts, ...Array<string>(Math.max(0, 8 - parts.length - rest.length)).fill("0"), ...rest];
  return filled.slice(0, 4).join(":");
}
