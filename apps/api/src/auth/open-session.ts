import { createHash } from "node:crypto";
import type { SessionKind, SignInAnswer, WebSession } from "@stsphera/contracts";
import { DomainError, getMe, loadActor } from "@stsphera/core";
import { isGivenSession, type UserActor } from "@stsphera/rbac";
import { ACCESS_SECONDS } from "./access-token.ts";
import type { NewSession, Renewed } from "./refresh-tokens.ts";
import { browserName } from "./browser-name.ts";
import { readSessionCookie, sessionCookie } from "./session-cookie.ts";
import type { Way } from "./ways.ts";
import type { AppDeps, HttpContext } from "../deps.ts";
import { json } from "../http/answer.ts";
import type { ClientAddress } from "../middleware/client-address.ts";
import { spend } from "../middleware/rate-limit.ts";
import type { TokenBuckets } from "../middleware/token-buckets.ts";

/** What the sign-in routes share. */
export type SignInDesk = {
  deps: AppDeps;
  addressOf: ClientAddress;
  /** Sign-ins of each user. */
  perUser: TokenBuckets;
  /** Tries of each thing that proves who somebody is. */
  perTry: TokenBuckets;
};

/** The world of a request before its user is known. */
export const worldOf = ({ deps }: SignInDesk, c: HttpContext) => ({
  db: deps.db,
  now: deps.now(),
  requestId: c.var.requestId,
  warn: (message: string, error: unknown) =>
    deps.log.warn({ requestId: c.var.requestId, err: error }, message),
});

/** Where a request comes from, as its owner recognizes it later. */
export const deviceOf = ({ addressOf }: SignInDesk, c: HttpContext) => ({
  browser: browserName(c.req.header("user-agent")),
  address: addressOf(c).slice(0, 64),
});

/**
 * Counts a try of one thing: a link, a passkey, a renewal, a person of Telegram. What nobody but its owner can name is
 * counted alone; a passkey's name is no secret and is counted by network.
 */
export function countTry(desk: SignInDesk, way: Way, thing: string): void {
  spend(desk.perTry, `${way} ${createHash("sha256").update(thing).digest("base64url")}`);
}

/** Begins a session of a user who has proved who they are. */
export function beginSession(
  desk: SignInDesk,
  c: HttpContext,
  session: { userId: number; kind: SessionKind } & Partial<NewSession>,
): Promise<Renewed> {
  spend(desk.perUser, session.userId);
  return desk.deps.refreshTokens.begin({ ...session, ...deviceOf(desk, c) }, desk.deps.now());
}

/** The answer to a sign-in or a renewal, with the rights read anew; throws unauthenticated without access. */
export async function sessionAnswer(
  desk: SignInDesk,
  c: HttpContext,
  { userId, sessionId, token }: Renewed,
): Promise<SignInAnswer> {
  const context = worldOf(desk, c);
  const actor = await loadActor(desk.deps.db, { userId, sessionId }, context.now);
  const open = actor?.status === "active" || actor?.status === "pending";
  if (actor === null || !open || isOutgrown(actor)) throw new DomainError("unauthenticated");
  const me = await getMe.run({ ...context, actor }, {});
  return {
    accessToken: desk.deps.accessTokens.issue(userId, context.now, sessionId),
    expiresIn: ACCESS_SECONDS,
    refreshToken: token,
    user: me.user,
  };
}

/** An admin's link never opens an admin's account: who has become one since signs in anew. */
export const isOutgrown = (actor: UserActor): boolean => isGivenSession(actor) && actor.role === "admin";

/** The same for a browser: the refresh token goes into the cookie, out of reach of the page. */
export async function browserAnswer(desk: SignInDesk, c: HttpContext, renewed: Renewed): Promise<Response> {
  const { refreshToken, ...answer } = await sessionAnswer(desk, c, renewed);
  return json(c, 200, answer satisfies WebSession, sessionCookie(refreshToken));
}

/** Ends the session that this browser had before. */
export async function endFormerSession({ deps }: SignInDesk, c: HttpContext): Promise<void> {
  const token = readSessionCookie(c);
  const owner = token === undefined ? null : await deps.refreshTokens.ownerOf(token, deps.now());
  if (token !== undefined && owner !== null) await deps.refreshTokens.end(token, owner, deps.now());
}
