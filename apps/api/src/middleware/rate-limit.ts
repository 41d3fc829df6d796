import { DomainError } from "@stsphera/core";
import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "../deps.ts";
import type { ClientAddress } from "./client-address.ts";
import type { TokenBuckets } from "./token-buckets.ts";

/** Takes a token of the bucket; throws rate_limited with the seconds to wait when it is empty. */
export function spend(buckets: TokenBuckets, key: string | number): void {
  const seconds = buckets.take(key);
  if (seconds > 0) throw new DomainError("rate_limited", { values: { seconds } });
}

/** Limits by client address, for routes without a known user. */
export function limitByAddress(buckets: TokenBuckets, addressOf: ClientAddress): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    spend(buckets, addressOf(c));
    await next();
  };
}
