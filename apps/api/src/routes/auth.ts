import { DomainError, introducePerson } from "@stsphera/core";
import type { Hono } from "hono";
import { beginSession, countTry, sessionAnswer, type SignInDesk, worldOf } from "../auth/open-session.ts";
import { identify, registerByTelegram, signInByTelegram } from "../auth/sign-in.ts";
import { nameOf } from "../auth/telegram-name.ts";
import type { ApiEnv, AppDeps, HttpContext } from "../deps.ts";
import { empty, json } from "../http/answer.ts";
import { readFields } from "../http/read-fields.ts";
import { answersTo } from "../auth/first-answers.ts";
import { INTRODUCE, LOGOUT, REFRESH, REGISTER, SIGN_IN } from "./auth-routes.ts";

/** Sign-in by Telegram, registration and renewal: routes that require no access token. */
export function mountSignIn(app: Hono<ApiEnv>, desk: SignInDesk): void {
  const { deps } = desk;
  const identified = (c: HttpContext, initData: string) => {
    const user = identify(deps.signIn, worldOf(desk, c), initData);
    c.set("proven", true);
    countTry(desk, "telegram", user.id);
    return user;
  };

  app.post(SIGN_IN.path, async (c) => {
    c.set("route", SIGN_IN.path);
    const { initData, asks = [] } = await readFields(c, SIGN_IN.body);
    const person = await signInByTelegram(deps.signIn, worldOf(desk, c), identified(c, initData));
    const renewed = await beginSession(desk, c, { userId: person.id, kind: "telegram" });
    const session = await sessionAnswer(desk, c, renewed);
    const answers = await answersTo(app, c, session.accessToken, asks);
    return json(c, 200, answers === null ? session : { ...session, answers });
  });

  app.post(INTRODUCE.path, async (c) => {
    c.set("route", INTRODUCE.path);
    const { initData } = await readFields(c, INTRODUCE.body);
    const context = worldOf(desk, c);
    const user = identified(c, initData);
    const told = await introducePerson(context.db, user.id, context.now);
    return json(c, 200, { ...told, fullName: told.fullName ?? nameOf(user) });
  });

  app.post(REGISTER.path, async (c) => {
    c.set("route", REGISTER.path);
    const { consent: _given, initData, ...said } = await readFields(c, REGISTER.body);
    const person = await registerByTelegram(deps.signIn, worldOf(desk, c), identified(c, initData), said);
    const renewed = await beginSession(desk, c, { userId: person.id, kind: "telegram" });
    return json(c, 200, await sessionAnswer(desk, c, renewed));
  });

  app.post(REFRESH.path, async (c) => {
    c.set("route", REFRESH.path);
    const { refreshToken: given } = await readFields(c, REFRESH.body);
    countTry(desk, "renewal", given);
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
