import { getCookie } from "hono/cookie";
import type { HttpContext } from "../deps.ts";

const NAME = "stsphera_session";
const DAYS_30 = 30 * 24 * 3600;

/** The refresh token of the browser's session; undefined for a browser without one. */
export function readSessionCookie(c: HttpContext): string | undefined {
  const token = getCookie(c, NAME);
  return token !== undefined && /^[\w-]{20,200}$/.test(token) ? token : undefined;
}

/**
 * The header that keeps a refresh token in the browser: out of reach of scripts, sent to the sign-in routes only and
 * never along with a request from another site.
 */
export const sessionCookie = (token: string): Record<string, string> => ({
  "Set-Cookie": `${NAME}=${token}; Max-Age=${DAYS_30}; Path=/api/auth; HttpOnly; Secure; SameSite=Strict`,
});

/** The header that removes the token from the browser. */
export const noSessionCookie = (): Record<string, string> => ({
  "Set-Cookie": `${NAME}=; Max-Age=0; Path=/api/auth; HttpOnly; Secure; SameSite=Strict`,
});
