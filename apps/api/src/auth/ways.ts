import {
  BROWSER_SESSION,
  INTRODUCE,
  LINK_SESSION,
  LINK_VIEW,
  PASSKEY_CHALLENGE,
  PASSKEY_SESSION,
  REFRESH,
  REGISTER,
  SIGN_IN,
} from "../routes/auth-routes.ts";

/** Ways to prove who one is: each has limits of its own, so that a flood of one leaves the others open. */
export type Way = "telegram" | "link" | "passkey" | "renewal" | "signed_in";

const WAYS: Readonly<Record<string, Way>> = {
  [SIGN_IN.path]: "telegram",
  [INTRODUCE.path]: "telegram",
  [REGISTER.path]: "telegram",
  [LINK_VIEW.path]: "link",
  [LINK_SESSION.path]: "link",
  [PASSKEY_CHALLENGE.path]: "passkey",
  [PASSKEY_SESSION.path]: "passkey",
  [REFRESH.path]: "renewal",
  [BROWSER_SESSION.path]: "renewal",
};

/** The way of a sign-in route; the other ones require an access token. */
export const wayOf = (path: string): Way => WAYS[path] ?? "signed_in";

/** Ways that are judged by a signature: a forged one costs no statement, so that no address needs to be counted first. */
export const isSigned = (way: Way): boolean => way === "telegram" || way === "signed_in";
