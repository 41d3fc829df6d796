import { DomainError } from "@stsphera/core";
import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "../deps.ts";
import type { ClientAddress } from "./client-address.ts";
import type { TokenBuckets } from "./token-buckets.ts";

/** Refuses a person who has no token left and says when there is one. */
export function spend(buckets: TokenBuckets, key: string | number): void {
  const seconds = buckets.take(key);
  if (seconds > 0) throw new DomainError("rate_limited", { values: { seconds } });
}

/** Limits by address: before a person is known there is nothing else. */
export function limitByAddress(buckets: TokenBuckets, addressOf: ClientAddress): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    spend(buckets, addressOf(c));
    await next();
  };
}
