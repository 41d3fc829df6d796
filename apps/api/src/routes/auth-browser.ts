import {
  DomainError,
  findPasskey,
  hashOfSecret,
  lookAtSignInLink,
  SIGN_IN_JOB,
  usePasskey,
  useSignInLink,
} from "@stsphera/core";
import type { Hono } from "hono";
import {
  beginSession,
  browserAnswer,
  countTry,
  deviceOf,
  endFormerSession,
  type SignInDesk,
  worldOf,
} from "../auth/open-session.ts";
import { authenticationOptions, verifyPasskey } from "../auth/passkeys.ts";
import { readSessionCookie } from "../auth/session-cookie.ts";
import type { ApiEnv, HttpContext } from "../deps.ts";
import { json } from "../http/answer.ts";
import { readFields } from "../http/read-fields.ts";
import { networkOf } from "../middleware/rate-limit.ts";
import { assertSameOrigin } from "../middleware/same-origin.ts";
import {
  BROWSER_SESSION,
  LINK_SESSION,
  LINK_VIEW,
  PASSKEY_CHALLENGE,
  PASSKEY_SESSION,
} from "./auth-routes.ts";

/** Sign-in without Telegram: by a link, by a passkey, by the cookie of a session that goes on. */
export function mountBrowserSignIn(app: Hono<ApiEnv>, desk: SignInDesk): void {
  const { deps } = desk;
  const byJob = (c: HttpContext) => ({ ...worldOf(desk, c), actor: SIGN_IN_JOB });
  const signedIn = async (c: HttpContext) => {
    const token = readSessionCookie(c);
    return token === undefined ? null : deps.refreshTokens.ownerOf(token, deps.now());
  };

  app.post(LINK_VIEW.path, async (c) => {
    c.set("route", LINK_VIEW.path);
    const { secret } = await readFields(c, LINK_VIEW.body);
    countTry(desk, "link", secret);
    return json(c, 200, await lookAtSignInLink.run(byJob(c), { tokenHash: hashOfSecret(secret) }));
  });

  app.post(LINK_SESSION.path, async (c) => {
    c.set("route", LINK_SESSION.path);
    assertSameOrigin(c, deps.passkeys.origins);
    const { secret } = await readFields(c, LINK_SESSION.body);
    countTry(desk, "link", secret);
    const owner = await signedIn(c);
    const { userId, givenBy } = await useSignInLink.run(byJob(c), {
      tokenHash: hashOfSecret(secret),
      ...deviceOf(desk, c),
      ...(owner === null ? {} : { signedIn: owner }),
    });
    await endFormerSession(desk, c);
    const kind = givenBy === null ? "link" : "given";
    return browserAnswer(desk, c, await beginSession(desk, c, { userId, kind, givenBy }));
  });

  app.post(PASSKEY_CHALLENGE.path, async (c) => {
    c.set("route", PASSKEY_CHALLENGE.path);
    await readFields(c, PASSKEY_CHALLENGE.body);
    const options = await authenticationOptions(deps.passkeys);
    await deps.challenges.issue(options.challenge, null, deps.now());
    return json(c, 200, { options });
  });

  app.post(PASSKEY_SESSION.path, async (c) => {
    c.set("route", PASSKEY_SESSION.path);
    assertSameOrigin(c, deps.passkeys.origins);
    const { response } = await readFields(c, PASSKEY_SESSION.body);
    countTry(desk, "passkey", `${response.id} ${networkOf(desk.addressOf(c))}`);
    const stored = await findPasskey.run(byJob(c), { credentialId: response.id });
    if (stored === null) throw new DomainError("unauthenticated", { sentence: "passkey_unknown" });
    const counter = await refusedKindly(desk, c, null, (take) =>
      verifyPasskey(deps.passkeys, { response, credentialId: response.id, stored }, take),
    );
    const { userId } = await usePasskey.run(byJob(c), { passkeyId: stored.id, counter });
    await endFormerSession(desk, c);
    const session = { userId, kind: "passkey" as const, passkeyId: stored.id };
    return browserAnswer(desk, c, await beginSession(desk, c, session));
  });

  app.post(BROWSER_SESSION.path, async (c) => {
    c.set("route", BROWSER_SESSION.path);
    assertSameOrigin(c, deps.passkeys.origins);
    await readFields(c, BROWSER_SESSION.body);
    const token = readSessionCookie(c);
    if (token !== undefined) countTry(desk, "renewal", token);
    const next = token === undefined ? null : await deps.refreshTokens.rotate(token, deps.now());
    if (next === null) throw new DomainError("unauthenticated");
    return browserAnswer(desk, c, next);
  });
}

/** Verifies an answer of an authenticator; what the library refuses is told to the user, its reason to the log. */
export async function refusedKindly<T>(
  desk: SignInDesk,
  c: HttpContext,
  userId: number | null,
  verify: (take: (challenge: string) => Promise<boolean>) => Promise<T>,
): Promise<T> {
  const { deps } = desk;
  let over = false;
  const take = async (challenge: string) => {
    const taken = await deps.challenges.take(challenge, userId, deps.now());
    over = !taken;
    return taken;
  };
  // Who is signed in stays so: 401 would make the client renew its session and send the same again.
  const code = userId === null ? "unauthenticated" : "conflict";
  try {
    return await verify(take);
  } catch (error) {
    if (over) throw new DomainError(code, { sentence: "challenge_over" });
    worldOf(desk, c).warn("a passkey was refused", error);
    throw new DomainError(code, { sentence: "passkey_refused" });
  }
}
