import {
  refreshInput,
  type SignInAnswer,
  signInAnswer,
  signInInput,
  type UserSummary,
} from "@stsphera/contracts";
import { DomainError, getMe, loadActor } from "@stsphera/core";
import type { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { ACCESS_SECONDS } from "../auth/access-token.ts";
import { signInByTelegram } from "../auth/sign-in.ts";
import type { ApiEnv, AppDeps, HttpContext } from "../deps.ts";
import { empty, json } from "../http/answer.ts";
import { readFields } from "../http/read-fields.ts";
import { describeAuth } from "../openapi/describe-auth.ts";
import { user } from "./examples/people.ts";

const refreshToken = "pW1m0c2zS1d0Jp6n5pQ3Zc0o7yqv1mTq1q9mX1bJ0aE";
const answer = {
  accessToken: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMiJ9.c2ln",
  expiresIn: 900,
  refreshToken,
  user,
};

/** Sign-in and its renewal: the routes that ask for no token. */
export function mountSignIn(app: Hono<ApiEnv>, deps: AppDeps): void {
  const world = (c: HttpContext) => ({ db: deps.db, now: deps.now(), requestId: c.var.requestId });
  const session = (person: UserSummary, refresh: string, now: Date): SignInAnswer => ({
    accessToken: deps.accessTokens.issue(person.id, now),
    expiresIn: ACCESS_SECONDS,
    refreshToken: refresh,
    user: person,
  });

  app.post(
    "/api/auth/telegram",
    describeRoute(
      describeAuth({
        operationId: "signIn",
        summary: "Sign in with the initData of the Mini App",
        description: "A newcomer becomes pending; his token opens `GET /api/me` alone.",
        body: signInInput,
        example: { initData: "auth_date=1767225600&query_id=AAF1&user=%7B%22id%22%3A1000001%7D&hash=e825" },
        answer: { schema: signInAnswer, example: answer },
      }),
    ),
    async (c) => {
      c.set("route", "/api/auth/telegram");
      const { initData } = await readFields(c, signInInput);
      const context = world(c);
      const person = await signInByTelegram(deps.signIn, context, initData);
      const refresh = await deps.refreshTokens.begin(person.id, context.now);
      return json(c, 200, session(person, refresh, context.now));
    },
  );

  app.post(
    "/api/auth/refresh",
    describeRoute(
      describeAuth({
        operationId: "refresh",
        summary: "Trade a refresh token for the next pair",
        description: "Within 30 seconds a used token gives the same successor; later it ends the session.",
        body: refreshInput,
        example: { refreshToken },
        answer: { schema: signInAnswer, example: answer },
      }),
    ),
    async (c) => {
      c.set("route", "/api/auth/refresh");
      const { refreshToken: given } = await readFields(c, refreshInput);
      const context = world(c);
      const next = await deps.refreshTokens.rotate(given, context.now);
      const actor = next === null ? null : await loadActor(deps.db, { userId: next.userId }, context.now);
      const open = actor?.status === "active" || actor?.status === "pending";
      if (next === null || actor === null || !open) throw new DomainError("unauthenticated");
      const me = await getMe.run({ ...context, actor }, {});
      return json(c, 200, session(me.user, next.token, context.now));
    },
  );
}

/** Signing out asks for the person as every other route does. */
export function mountSignOut(app: Hono<ApiEnv>, deps: AppDeps): void {
  app.post(
    "/api/auth/logout",
    describeRoute(
      describeAuth({
        operationId: "logout",
        summary: "End the session of a refresh token",
        body: refreshInput,
        example: { refreshToken },
      }),
    ),
    async (c) => {
      c.set("route", "/api/auth/logout");
      const { refreshToken: given } = await readFields(c, refreshInput);
      await deps.refreshTokens.end(given, c.var.actor.id, deps.now());
      return empty(c, 204);
    },
  );
}
