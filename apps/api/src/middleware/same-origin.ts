import { forbidden } from "@stsphera/core";
import type { HttpContext } from "../deps.ts";

/**
 * Refuses a request that another site's page sent: routes that read or set the session's cookie answer only pages of
 * this origin. The cookie itself is not sent along with such a request either.
 */
export function assertSameOrigin(c: HttpContext, origins: readonly string[]): void {
  const origin = c.req.header("origin");
  const site = c.req.header("sec-fetch-site");
  const foreign = origin !== undefined && !origins.includes(origin);
  if (foreign || site === "cross-site") throw forbidden(undefined, "not_same_origin");
}
