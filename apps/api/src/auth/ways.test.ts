import { expect, test } from "vitest";
import { AUTH_ROUTES } from "../routes/auth-routes.ts";
import { isSigned, wayOf } from "./ways.ts";

test("what has to be looked up without a signature is counted by address before", () => {
  const unsigned = AUTH_ROUTES.filter(({ path }) => !isSigned(wayOf(path))).map(({ path }) => path);
  expect(unsigned).toEqual([
    "/api/auth/refresh",
    "/api/auth/link-views",
    "/api/auth/link-sessions",
    "/api/auth/passkey-challenges",
    "/api/auth/passkey-sessions",
    "/api/auth/browser-sessions",
  ]);
});

test.each(AUTH_ROUTES.map((route) => [route.path, route] as const))("%s has its way in", (path, route) => {
  expect(wayOf(path) === "signed_in").toBe("signedIn" in route);
});
