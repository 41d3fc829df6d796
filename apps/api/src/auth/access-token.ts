import { createHmac, timingSafeEqual } from "node:crypto";

/** Lifetime of an access token in seconds. */
export const ACCESS_SECONDS = 15 * 60;
const FORMAT = 1;
const HEADER = Buffer.from(JSON.stringify({ alg: "HS256", typ: "JWT" })).toString("base64url");
const MAX_LENGTH = 1000;

export type AccessTokens = {
  issue(userId: number, now: Date): string;
  /** The user id of a valid token; null for one that is forged, changed, expired or uses another algorithm. */
  verify(token: string, now: Date): number | null;
};

/** Access tokens: JWT signed with HMAC-SHA256, with the claims sub, iat, exp and ver. */
export function createAccessTokens(secret: string): AccessTokens {
  const sign = (text: string) => createHmac("sha256", secret).update(text).digest();

  return {
    issue(userId, now) {
      const iat = Math.floor(now.getTime() / 1000);
      const claims = { sub: String(userId), iat, exp: iat + ACCESS_SECONDS, ver: FORMAT };
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
      return personOf(payload, now);
    },
  };
}

function matches(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function personOf(payload: string, now: Date): number | null {
  const { sub, exp, ver } = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as Record<
    string,
    unknown
  >;
  const userId = Number(sub);
  const lives = typeof exp === "number" && exp * 1000 > now.getTime();
  return ver === FORMAT && lives && Number.isSafeInteger(userId) && userId > 0 ? userId : null;
}
