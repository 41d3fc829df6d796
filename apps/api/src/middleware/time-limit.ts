import { DomainError } from "@stsphera/core";
import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "../deps.ts";

/** Answers `unavailable` after this time; the work itself is not aborted. */
export function timeLimit(milliseconds: number): MiddlewareHandler<ApiEnv> {
  return async (_c, next) => {
    const { promise: tooLong, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => reject(new DomainError("unavailable", { sentence: "too_slow" })),
      milliseconds,
    );
    try {
      await Promise.race([next(), tooLong]);
    } finally {
      clearTimeout(timer);
    }
  };
}
