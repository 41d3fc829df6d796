import { createHmac, timingSafeEqual } from "node:crypto";

/** Lifetime of an access token in seconds. */
export const ACCESS_SECONDS = 15 * 60;
const FORMAT = 1;
const HEADER = Buffer.from(JSON.stringify({ alg: "HS256", typ: "JWT" })).toString("base64url");
const MAX_LENGTH = 1000;

export type AccessTokens = {
  issue(userId: number, now: Date, sessionId?: number): string;
  /** Whose a valid token is; null for one that is forged, changed, expired or uses another algorithm. */
  verify(token: string, now: Date): TokenOwner | null;
};

/** The user of a token and the session it belongs to. */
export type TokenOwner = { userId: number; sessionId?: number };

/** Access tokens: JWT signed with HMAC-SHA256, with the claims sub, iat, exp, ver, and sid for the session. */
export function createAccessTokens(secret: string): AccessTokens {
  const sign = (text: string) => createHmac("sha256", secret).update(text).digest();

  return {
    issue(userId, now, sessionId) {
      const iat = Math.floor(now.getTime() / 1000);
      const claims = { sub: String(userId), iat, exp: iat + ACCESS_SECONDS, ver: FORMAT, sid: sessionId };
      const text = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}`;
      return `${text}.${sign(text).toString("base64url")}`;
    },
    verify(token, now) {
      const parts = token.length > MAX_LENGTH ? [] : token.split(".");
      const [header, payload, signature] = parts;
      // Only our own header is accepted: a token with `alg: none` or a key id was not issued here.
      if (parts.length !== 3 || header !== HEADER || payload === undefined || signature === undefined)
        return null;
      if (!matches(Buffer.from(signature, "base64url"), sign(`${header}.${payload}`))) return null;
      return ownerOf(payload, now);
    },
  };
}

function matches(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function ownerOf(payload: string, now: Date): TokenOwner | null {
  const { sub, exp, ver, sid } = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as Record<
    string,
    unknown
  >;
  const userId = Number(sub);
  const lives = typeof exp === "number" && exp * 1000 > now.getTime();
  if (ver !== FORMAT || !lives || !isId(userId)) return null;
  if (sid === undefined) return { userId };
  return isId(sid) ? { userId, sessionId: sid } : null;
}

const isId = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;
