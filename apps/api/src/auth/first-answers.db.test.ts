import { MAX_ASKS, signInAnswer } from "@stsphera/contracts";
import type { TestObject } from "@stsphera/core/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verdict } from "../testing/errors.ts";
import { initData } from "../testing/init-data.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;
let object: TestObject;

beforeAll(async () => {
  api = await openApi();
  object = await api.world.createTestObject();
});
afterAll(() => api.close());

const signIn = (asks: unknown, headers = {}) =>
  api.call("POST", "/api/auth/telegram", {
    body: { initData: initData({ at: api.world.now }), asks },
    headers,
  });

test("a sign-in answers the first reads as requests of their own would be answered", async () => {
  const paths = ["/api/me/tasks?limit=30&role=assignee&state=open", "/api/objects?limit=50&sort=name"];
  const { body } = await signIn(paths);
  const { accessToken, answers } = signInAnswer.parse(body);
  expect(Object.keys(answers ?? {})).toEqual(paths);
  for (const path of paths) {
    const alone = await api.call("GET", path, { headers: { authorization: `Bearer ${accessToken}` } });
    expect(answers?.[path]).toEqual({ status: 200, body: alone.body });
  }
});

test("what the person may not see stays unseen, and an unknown path is told as such", async () => {
  const form = `/api/objects/${object.id + 1}/fact-form`;
  const { status, body } = await signIn([form, "/api/system/health", "/api/nothing"], {
    "accept-language": "en",
  });
  expect(status).toBe(200);
  const { answers = {} } = signInAnswer.parse(body);
  expect(answers[form]).toMatchObject({ status: 404, body: { error: { code: "not_found" } } });
  expect(answers["/api/system/health"]).toMatchObject({
    status: 403,
    body: { error: { code: "forbidden" } },
  });
  expect(answers["/api/nothing"]?.status).toBe(404);
});

test.each([
  ["too many", Array.from({ length: MAX_ASKS + 1 }, () => "/api/dashboard")],
  ["another host", ["//evil.test/api/me"]],
  ["an absolute address", ["http://evil.test/api/me"]],
  ["a sign-in", ["/api/auth/refresh"]],
  ["a way out of the API", ["/api/../metrics"]],
  ["no path", [7]],
])("%s is refused, and nobody is signed in", async (_name, asks) => {
  const count = "select count(*)::int as n from refresh_tokens";
  const before = await api.world.db.read(count, []);
  expect(verdict(await signIn(asks))).toBe("422 validation_failed");
  expect(await api.world.db.read(count, [])).toEqual(before);
});

test("without a good launch nothing is read", async () => {
  const forged = initData({ at: api.world.now, botToken: "1:forged" });
  const { status, body } = await api.call("POST", "/api/auth/telegram", {
    body: { initData: forged, asks: ["/api/dashboard"] },
  });
  expect(status).toBe(401);
  expect(body).not.toHaveProperty("answers");
});
