import { DomainError, forbidden, loadActor } from "@stsphera/core";
import { can, isRole, type UserActor } from "@stsphera/rbac";
import type { MiddlewareHandler } from "hono";
import { isOutgrown } from "../auth/open-session.ts";
import { inRole } from "../auth/view-as.ts";
import type { ApiEnv, AppDeps, HttpContext } from "../deps.ts";
import { spend } from "./rate-limit.ts";
import type { TokenBuckets } from "./token-buckets.ts";

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * Identifies the user by the token and loads their current rights from the database. Every route under `/api` mounted
 * after this requires it.
 */
export function authenticate(deps: AppDeps, perPerson: TokenBuckets): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const token = BEARER.exec(c.req.header("authorization") ?? "")?.[1];
    const owner = token === undefined ? null : deps.accessTokens.verify(token, deps.now());
    if (owner === null) throw new DomainError("unauthenticated");
    c.set("proven", true);
    spend(perPerson, owner.userId);
    const actor = await loadActor(deps.db, owner, deps.now());
    if (actor === null) throw new DomainError("unauthenticated");
    if (isOutgrown(actor)) throw new DomainError("unauthenticated");
    if (actor.status === "deactivated" || actor.status === "rejected") {
      const sentence = actor.status === "rejected" ? "access_refused" : "access_closed";
      throw new DomainError("unauthenticated", { sentence });
    }
    c.set("actor", actor);
    if (actor.status === "pending" && !(c.req.method === "GET" && c.req.path === "/api/me")) {
      throw forbidden(undefined, "access_pending");
    }
    c.set("actor", await viewedAs(c, deps, actor));
    await next();
  };
}

/** An admin may view the system as another role; this is read-only. */
async function viewedAs(c: HttpContext, deps: AppDeps, actor: UserActor): Promise<UserActor> {
  const role = c.req.header("x-view-as");
  if (role === undefined) return actor;
  if (!can(actor, "view_as")) throw forbidden("view_as");
  if (c.req.method !== "GET") throw forbidden("view_as", "view_as_reads");
  if (!isRole(role)) throw new DomainError("validation_failed", { fields: [viewAsProblem] });
  return inRole(deps.db, actor, role);
}

const viewAsProblem = { path: "X-View-As", reason: "invalid_value", message: "invalid_value" };
