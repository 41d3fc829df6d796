import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { ACCESS_SECONDS, createAccessTokens } from "./access-token.ts";

const SECRET = "kW7xQ2vN9pLr4tYb8mCd3fGh6jZs1aUe";
const NOW = new Date("2026-09-08T07:00:00.000Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const tokens = createAccessTokens(SECRET);

const pack = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
function made(header: unknown, claims: unknown, secret = SECRET): string {
  const text = `${pack(header)}.${pack(claims)}`;
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
}
const iat = NOW.getTime() / 1000;
const claims = { sub: "12", iat, exp: iat + 900, ver: 1 };
const HS256 = { alg: "HS256", typ: "JWT" };

test("a token identifies its user for fifteen minutes", () => {
  const token = tokens.issue(12, NOW);
  expect(tokens.verify(token, NOW)).toEqual({ userId: 12 });
  expect(tokens.verify(token, later(ACCESS_SECONDS - 1))).toEqual({ userId: 12 });
  expect(tokens.verify(token, later(ACCESS_SECONDS))).toBeNull();
});

test("a token names its session", () => {
  expect(tokens.verify(tokens.issue(12, NOW, 7), NOW)).toEqual({ userId: 12, sessionId: 7 });
});

test("a token contains sub, iat, exp and ver, and no personal data", () => {
  const [, payload = ""] = tokens.issue(12, NOW).split(".");
  expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toEqual(claims);
});

test("a token signed by hand with the same secret is identical", () => {
  expect(tokens.verify(made(HS256, claims), NOW)).toEqual({ userId: 12 });
});

test.each([
  ["alg none, unsigned", `${pack({ alg: "none", typ: "JWT" })}.${pack(claims)}.`],
  ["alg none, signed", made({ alg: "none", typ: "JWT" }, claims)],
  ["another algorithm", made({ alg: "HS512", typ: "JWT" }, claims)],
  ["a header that names a key", made({ alg: "HS256", typ: "JWT", kid: "../../dev/null" }, claims)],
  ["another secret", made(HS256, claims, "another-secret-of-thirty-two-chars")],
  ["another format", made(HS256, { ...claims, ver: 2 })],
  ["no end", made(HS256, { sub: "12", iat, ver: 1 })],
  ["an end in words", made(HS256, { ...claims, exp: "never" })],
  ["nobody", made(HS256, { ...claims, sub: "0" })],
  ["a name for a person", made(HS256, { ...claims, sub: "admin" })],
  ["a session in words", made(HS256, { ...claims, sid: "7" })],
  ["two parts", `${pack(HS256)}.${pack(claims)}`],
  ["no parts", "123"],
  ["nothing", ""],
  ["a very long one", "a".repeat(100_000)],
])("refuses %s", (_name, token) => {
  expect(tokens.verify(token, NOW)).toBeNull();
});

test("refuses a token with one character of any part changed", () => {
  const token = tokens.issue(12, NOW);
  for (let at = 0; at < token.length - 1; at++) {
    if (token[at] === ".") continue;
    const changed = `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`;
    expect(tokens.verify(changed, NOW), `position ${at}`).toBeNull();
  }
});
