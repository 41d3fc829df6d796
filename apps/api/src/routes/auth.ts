import { DomainError } from "@stsphera/core";
import type { Hono } from "hono";
import { beginSession, sessionAnswer, type SignInDesk, worldOf } from "../auth/open-session.ts";
import { signInByTelegram } from "../auth/sign-in.ts";
import type { ApiEnv, AppDeps } from "../deps.ts";
import { empty, json } from "../http/answer.ts";
import { readFields } from "../http/read-fields.ts";
import { LOGOUT, REFRESH, SIGN_IN } from "./auth-routes.ts";

/** Sign-in by Telegram and renewal: routes that require no access token. */
export function mountSignIn(app: Hono<ApiEnv>, desk: SignInDesk): void {
  const { deps } = desk;

  app.post(SIGN_IN.path, async (c) => {
    c.set("route", SIGN_IN.path);
    const { initData } = await readFields(c, SIGN_IN.body);
    const person = await signInByTelegram(deps.signIn, worldOf(desk, c), initData);
    const renewed = await beginSession(desk, c, { userId: person.id, kind: "telegram" });
    return json(c, 200, await sessionAnswer(desk, c, renewed));
  });

  app.post(REFRESH.path, async (c) => {
    c.set("route", REFRESH.path);
    const { refreshToken: given } = await readFields(c, REFRESH.body);
    const next = await deps.refreshTokens.rotate(given, deps.now());
    if (next === null) throw new DomainError("unauthenticated");
    return json(c, 200, await sessionAnswer(desk, c, next));
  });
}

/** Sign-out requires an access token like every other route. */
export function mountSignOut(app: Hono<ApiEnv>, deps: AppDeps): void {
  app.post(LOGOUT.path, async (c) => {
    c.set("route", LOGOUT.path);
    const { refreshToken: given } = await readFields(c, LOGOUT.body);
    await deps.refreshTokens.end(given, c.var.actor.id, deps.now());
    return empty(c, 204);
  });
}
