import { createPublicKey, verify } from "node:crypto";

const LONGEST_S = 24 * 3_600;

type Claims = { aud?: unknown; exp?: unknown; sub?: unknown };

/**
 * Why a push service refuses an `Authorization` header of VAPID (RFC 8292); null when it accepts it. `now` in seconds.
 */
export function vapidProblem(
  header: string | undefined,
  { origin, key, now }: { origin: string; key: string; now: number },
): string | null {
  const [, token = "", named = ""] =
    /^vapid t=([\w-]+\.[\w-]+\.[\w-]+), ?k=([\w-]+)$/.exec(header ?? "") ?? [];
  if (token === "") return "no VAPID authorization";
  if (named !== key) return "another key than that of the subscription";
  const [head = "", body = "", signature = ""] = token.split(".");
  const { alg, typ } = parse(head) as { alg?: unknown; typ?: unknown };
  if (alg !== "ES256" || typ !== "JWT") return "not a JWT of ES256";
  if (!isSigned(`${head}.${body}`, signature, key)) return "the signature does not fit";
  const { aud, exp, sub } = parse(body) as Claims;
  if (aud !== origin) return "aud is not the origin of the push service";
  if (typeof exp !== "number" || exp <= now) return "exp has passed";
  if (exp > now + LONGEST_S) return "exp is more than 24 hours ahead";
  return typeof sub === "string" && /^(mailto:.+@|https:\/\/)/.test(sub) ? null : "sub is no contact";
}

const parse = (part: string): object => JSON.parse(Buffer.from(part, "base64url").toString("utf8")) as object;

function isSigned(text: string, signature: string, key: string): boolean {
  const point = Buffer.from(key, "base64url");
  if (point.length !== 65) return false;
  const half = (from: number) => point.subarray(from, from + 32).toString("base64url");
  const jwk = { kty: "EC", crv: "P-256", x: half(1), y: half(33) };
  const publicKey = createPublicKey({ key: jwk, format: "jwk" });
  const bytes = Buffer.from(signature, "base64url");
  return verify("sha256", Buffer.from(text), { key: publicKey, dsaEncoding: "ieee-p1363" }, bytes);
}
