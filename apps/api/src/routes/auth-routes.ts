import {
  giveLinkInput,
  introduceInput,
  introduction,
  linkSecretInput,
  linkView,
  passkey,
  refreshInput,
  registerInput,
  signInAnswer,
  signInInput,
  signInLink,
  webauthnInput,
  webauthnOptions,
  webSession,
} from "@stsphera/contracts";
import { z } from "zod";
import type { Tag } from "./endpoint.ts";
import { user } from "./examples/people.ts";
import * as signIn from "./examples/sign-in.ts";

export const AUTH: Tag = { name: "auth", about: "Sign-in and sessions, in Telegram and without it" };

/** A sign-in route as data. Tokens, cookies and secrets are handled here, because the core knows nothing of them. */
export type AuthRoute = {
  path: `/api/auth/${string}`;
  operationId: string;
  summary: string;
  description: string;
  body: z.ZodType;
  example: Readonly<Record<string, unknown>>;
  answer?: { schema: z.ZodType; example: unknown };
  /** Requires an access token; the others are for those who have none yet. */
  signedIn?: true;
  /** Refusals besides those common to all sign-in routes. */
  refusals?: readonly (403 | 404 | 409)[];
};

const refreshToken = "pW1m0c2zS1d0Jp6n5pQ3Zc0o7yqv1mTq1q9mX1bJ0aE";
const accessToken = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMiJ9.c2ln";
const initData = "auth_date=1767225600&query_id=AAF1&user=%7B%22id%22%3A1000001%7D&hash=e825";
const nothing = z.strictObject({});
const answer = { schema: signInAnswer, example: { accessToken, expiresIn: 900, refreshToken, user } };
const inBrowser = { schema: webSession, example: { accessToken, expiresIn: 900, user } };

export const SIGN_IN = {
  path: "/api/auth/telegram",
  operationId: "signIn",
  summary: "Sign in with the initData of the Mini App",
  description:
    "A person without an account is 401 and registers first; the token of a pending one opens only `GET /api/me`. " +
    "What the first screen needs can be asked along with it (`asks`): each is judged as a request of its own.",
  body: signInInput,
  example: { initData },
  answer,
} as const satisfies AuthRoute;

export const INTRODUCE = {
  path: "/api/auth/introduce",
  operationId: "introduce",
  summary: "What a person without access is told of themselves",
  description: "Writes nothing: the person is known by the initData of the Mini App alone.",
  body: introduceInput,
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
  signedIn: true,
} as const satisfies AuthRoute;

export const LINK_VIEW = {
  path: "/api/auth/link-views",
  operationId: "lookAtSignInLink",
  summary: "Who would sign in by a one-time link",
  description: "Looking at a link does not use it.",
  body: linkSecretInput,
  example: { secret: refreshToken },
  answer: { schema: linkView, example: signIn.view },
} as const satisfies AuthRoute;

export const LINK_SESSION = {
  path: "/api/auth/link-sessions",
  operationId: "signInByLink",
  summary: "Sign in by a one-time link",
  description:
    "Uses the link up. The refresh token of the session is set as an HttpOnly cookie; a session of this browser ends.",
  body: linkSecretInput,
  example: { secret: refreshToken },
  answer: inBrowser,
  refusals: [403, 409],
} as const satisfies AuthRoute;

export const PASSKEY_CHALLENGE = {
  path: "/api/auth/passkey-challenges",
  operationId: "passkeyChallenge",
  summary: "Options for signing in by a passkey",
  description:
    "The challenge is for one use within five minutes. No name is asked: passkeys are discoverable.",
  body: nothing,
  example: {},
  answer: { schema: webauthnOptions, example: signIn.requestOptions },
} as const satisfies AuthRoute;

export const PASSKEY_SESSION = {
  path: "/api/auth/passkey-sessions",
  operationId: "signInByPasskey",
  summary: "Sign in by a passkey",
  description:
    "The refresh token of the session is set as an HttpOnly cookie; a session of this browser ends.",
  body: webauthnInput,
  example: signIn.assertion,
  answer: inBrowser,
  refusals: [403],
} as const satisfies AuthRoute;

export const BROWSER_SESSION = {
  path: "/api/auth/browser-sessions",
  operationId: "renewBrowserSession",
  summary: "Renew the session of this browser",
  description:
    "Reads the refresh token from the cookie and replaces it. Lives for 30 days after its last use.",
  body: nothing,
  example: {},
  answer: inBrowser,
  refusals: [403],
} as const satisfies AuthRoute;

export const OWN_LINK = {
  path: "/api/auth/links",
  operationId: "createSignInLink",
  summary: "Create a one-time link for oneself",
  description: "Works once, for 15 minutes, and cancels the one before. Only a hash of its secret is stored.",
  body: nothing,
  example: {},
  answer: { schema: signInLink, example: signIn.link },
  signedIn: true,
  refusals: [403],
} as const satisfies AuthRoute;

export const GIVEN_LINK = {
  path: "/api/auth/given-links",
  operationId: "giveSignInLink",
  summary: "Create a one-time link for another user",
  description:
    "For admins, never for an admin or oneself. The user is notified. A session by it lives for seven days, gives no rights and does not decide on the work of the admin, nor the admin on its work.",
  body: giveLinkInput,
  example: { userId: 12, reason: "Telegram не работает, ключа нет" },
  answer: { schema: signInLink, example: signIn.link },
  signedIn: true,
  refusals: [403, 404, 409],
} as const satisfies AuthRoute;

export const NEW_PASSKEY_CHALLENGE = {
  path: "/api/auth/new-passkey-challenges",
  operationId: "newPasskeyChallenge",
  summary: "Options for creating a passkey",
  description: "The challenge is for one use within five minutes, by the same user.",
  body: nothing,
  example: {},
  answer: { schema: webauthnOptions, example: signIn.creationOptions },
  signedIn: true,
  refusals: [403],
} as const satisfies AuthRoute;

export const NEW_PASSKEY = {
  path: "/api/auth/passkeys",
  operationId: "addPasskey",
  summary: "Add a passkey to one's account",
  description: "The user is notified. Not possible in a session that an admin's link began.",
  body: webauthnInput,
  example: signIn.attestation,
  answer: { schema: passkey, example: signIn.passkey },
  signedIn: true,
  refusals: [403, 409],
} as const satisfies AuthRoute;

export const AUTH_ROUTES: readonly AuthRoute[] = [
  SIGN_IN,
  INTRODUCE,
  REGISTER,
  REFRESH,
  LOGOUT,
  LINK_VIEW,
  LINK_SESSION,
  PASSKEY_CHALLENGE,
  PASSKEY_SESSION,
  BROWSER_SESSION,
  OWN_LINK,
  GIVEN_LINK,
  NEW_PASSKEY_CHALLENGE,
  NEW_PASSKEY,
];
