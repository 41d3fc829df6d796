import { introduction, refreshInput, registerInput, signInAnswer, signInInput } from "@stsphera/contracts";
import type { z } from "zod";
import type { Tag } from "./endpoint.ts";
import { user } from "./examples/people.ts";

export const AUTH: Tag = { name: "auth", about: "Sign-in and sessions" };

/** A sign-in route as data. It runs no verb, because the core knows nothing of tokens. */
export type AuthRoute = {
  path: `/api/auth/${string}`;
  operationId: string;
  summary: string;
  description: string;
  body: z.ZodType;
  example: Readonly<Record<string, unknown>>;
  /** Set for routes that answer something: these require no access token. */
  answer?: { schema: z.ZodType; example: unknown };
};

const refreshToken = "pW1m0c2zS1d0Jp6n5pQ3Zc0o7yqv1mTq1q9mX1bJ0aE";
const initData = "auth_date=1767225600&query_id=AAF1&user=%7B%22id%22%3A1000001%7D&hash=e825";
const answer = {
  schema: signInAnswer,
  example: { accessToken: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMiJ9.c2ln", expiresIn: 900, refreshToken, user },
};

export const SIGN_IN = {
  path: "/api/auth/telegram",
  operationId: "signIn",
  summary: "Sign in with the initData of the Mini App",
  description:
    "A person without an account is 401 and registers first; the token of a pending one opens only `GET /api/me`.",
  body: signInInput,
  example: { initData },
  answer,
} as const satisfies AuthRoute;

export const INTRODUCE = {
  path: "/api/auth/introduce",
  operationId: "introduce",
  summary: "What a person without access is told of themselves",
  description: "Writes nothing: the person is known by the initData of the Mini App alone.",
  body: signInInput,
  example: { initData },
  answer: {
    schema: introduction,
    example: {
      standing: "unknown",
      fullName: "Сергей Белов",
      askedAt: null,
      refusal: null,
      invitation: null,
    },
  },
} as const satisfies AuthRoute;

export const REGISTER = {
  path: "/api/auth/register",
  operationId: "register",
  summary: "Ask for access, with one's own agreement, name and phone",
  description:
    "Creates a pending account, or lets a refused person ask again, once a day. An invitation opened in the chat before may admit at once.",
  body: registerInput,
  example: { initData, consent: true, fullName: "Сергей Белов", phone: "+79161234217" },
  answer,
} as const satisfies AuthRoute;

export const REFRESH = {
  path: "/api/auth/refresh",
  operationId: "refresh",
  summary: "Exchange a refresh token for the next pair of tokens",
  description: "Within 30 seconds a used token returns the same successor; later use ends the session.",
  body: refreshInput,
  example: { refreshToken },
  answer,
} as const satisfies AuthRoute;

export const LOGOUT = {
  path: "/api/auth/logout",
  operationId: "logout",
  summary: "End the session of a refresh token",
  description: "A token that is unknown or belongs to another user ends nothing, with the same answer.",
  body: refreshInput,
  example: { refreshToken },
} as const satisfies AuthRoute;

export const AUTH_ROUTES: readonly AuthRoute[] = [SIGN_IN, INTRODUCE, REGISTER, REFRESH, LOGOUT];
