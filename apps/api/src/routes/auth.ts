import type { SignInAnswer, UserSummary } from "@stsphera/contracts";
import { DomainError, getMe, introducePerson, loadActor } from "@stsphera/core";
import type { Hono } from "hono";
import { ACCESS_SECONDS } from "../auth/access-token.ts";
import { identify, nameOf, registerByTelegram, signInByTelegram } from "../auth/sign-in.ts";
import type { ApiEnv, AppDeps, HttpContext } from "../deps.ts";
import { empty, json } from "../http/answer.ts";
import { readFields } from "../http/read-fields.ts";
import { INTRODUCE, LOGOUT, REFRESH, REGISTER, SIGN_IN } from "./auth-routes.ts";

/** Sign-in, registration and renewal: the routes that require no access token. */
export function mountSignIn(app: Hono<ApiEnv>, deps: AppDeps): void {
  const world = (c: HttpContext) => ({ db: deps.db, now: deps.now(), requestId: c.var.requestId });
  const session = (person: UserSummary, refresh: string, now: Date): SignInAnswer => ({
    accessToken: deps.accessTokens.issue(person.id, now),
    expiresIn: ACCESS_SECONDS,
    refreshToken: refresh,
    user: person,
  });

  app.post(SIGN_IN.path, async (c) => {
    c.set("route", SIGN_IN.path);
    const { initData } = await readFields(c, SIGN_IN.body);
    const context = world(c);
    const person = await signInByTelegram(deps.signIn, context, initData);
    const refresh = await deps.refreshTokens.begin(person.id, context.now);
    return json(c, 200, session(person, refresh, context.now));
  });

  app.post(INTRODUCE.path, async (c) => {
    c.set("route", INTRODUCE.path);
    const { initData } = await readFields(c, INTRODUCE.body);
    const context = world(c);
    const user = identify(deps.signIn, context, initData);
    const told = await introducePerson(context.db, user.id, context.now);
    return json(c, 200, { ...told, fullName: told.fullName ?? nameOf(user) });
  });

  app.post(REGISTER.path, async (c) => {
    c.set("route", REGISTER.path);
    const { consent: _given, ...said } = await readFields(c, REGISTER.body);
    const context = world(c);
    const person = await registerByTelegram(deps.signIn, context, said);
    const refresh = await deps.refreshTokens.begin(person.id, context.now);
    return json(c, 200, session(person, refresh, context.now));
  });

  app.post(REFRESH.path, async (c) => {
    c.set("route", REFRESH.path);
    const { refreshToken: given } = await readFields(c, REFRESH.body);
    const context = world(c);
    const next = await deps.refreshTokens.rotate(given, context.now);
    const actor = next === null ? null : await loadActor(deps.db, { userId: next.userId }, context.now);
    const open = actor?.status === "active" || actor?.status === "pending";
    if (next === null || actor === null || !open) throw new DomainError("unauthenticated");
    const me = await getMe.run({ ...context, actor }, {});
    return json(c, 200, session(me.user, next.token, context.now));
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
