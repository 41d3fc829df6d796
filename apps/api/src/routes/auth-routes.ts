import { refreshInput, signInAnswer, signInInput } from "@stsphera/contracts";
import type { z } from "zod";
import type { Tag } from "./endpoint.ts";
import { user } from "./examples/people.ts";

export const AUTH: Tag = { name: "auth", about: "Sign-in and sessions" };

/** A route of sign-in as data. These run no verb: they deal with tokens, which the core does not know. */
export type AuthRoute = {
  path: `/api/auth/${string}`;
  operationId: string;
  summary: string;
  description: string;
  body: z.ZodType;
  example: Readonly<Record<string, unknown>>;
  /** Given for the routes that begin or renew a session: these ask for no token. */
  answer?: { schema: z.ZodType; example: unknown };
};

const refreshToken = "pW1m0c2zS1d0Jp6n5pQ3Zc0o7yqv1mTq1q9mX1bJ0aE";
const answer = {
  schema: signInAnswer,
  example: { accessToken: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMiJ9.c2ln", expiresIn: 900, refreshToken, user },
};

export const SIGN_IN = {
  path: "/api/auth/telegram",
  operationId: "signIn",
  summary: "Sign in with the initData of the Mini App",
  description: "A newcomer becomes pending; his token opens `GET /api/me` alone.",
  body: signInInput,
  example: { initData: "auth_date=1767225600&query_id=AAF1&user=%7B%22id%22%3A1000001%7D&hash=e825" },
  answer,
} as const satisfies AuthRoute;

export const REFRESH = {
  path: "/api/auth/refresh",
  operationId: "refresh",
  summary: "Trade a refresh token for the next pair",
  description: "Within 30 seconds a used token gives the same successor; later it ends the session.",
  body: refreshInput,
  example: { refreshToken },
  answer,
} as const satisfies AuthRoute;

export const LOGOUT = {
  path: "/api/auth/logout",
  operationId: "logout",
  summary: "End the session of a refresh token",
  description: "A token of another person, or one that is not known, ends nothing: the answer is the same.",
  body: refreshInput,
  example: { refreshToken },
} as const satisfies AuthRoute;

export const AUTH_ROUTES: readonly AuthRoute[] = [SIGN_IN, REFRESH, LOGOUT];
