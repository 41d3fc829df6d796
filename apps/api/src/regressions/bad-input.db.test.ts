import { notificationOf } from "@stsphera/core/testing/verbs";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorOf, fieldsOf, verdict } from "../testing/errors.ts";
import { factSender, type FactSender } from "../testing/fact-sender.ts";
import { type HostileScene, openHostileScene } from "../testing/hostile-scene.ts";
import type { TestApi } from "../testing/open-api.ts";

let api: TestApi;
let foreman: UserActor;
let refused: HostileScene["refused"];
let path: FactSender["path"];
let entry: FactSender["entry"];
let enter: FactSender["enter"];

beforeAll(async () => {
  const scene = await openHostileScene();
  ({ api, foreman, refused } = scene);
  ({ path, entry, enter } = factSender(scene));
});
afterAll(() => api.close());

test.each([
  ["nothing", undefined],
  ["an empty text", ""],
  ["a word", "много"],
  ["NaN", "NaN"],
  ["infinity", "Infinity"],
  ["1e309", "1e309"],
  ["−5", "-5"],
  ["−5 with a real minus", "−5"],
  ["zero", "0"],
  ["zero with zeros", "0,000"],
  ["1e12", "1000000000000"],
  ["an exponent", "1e3"],
  ["four decimals", "1.2345"],
  ["half a piece", "12.5"],
  ["a JSON number", 12],
  ["null", null],
  ["a list", ["12"]],
])("regression 14: %s is not a valid quantity, and nothing is written", async (_name, quantity) => {
  const answer = await refused(() => enter(entry({ quantity })));
  expect(verdict(answer)).toBe("422 validation_failed");
  expect(fieldsOf(answer)[0]).toMatch(/^quantity: /);
});

test("regression 14: numbers that JSON cannot represent are refused with the body", async () => {
  for (const word of ["NaN", "Infinity", "-Infinity"]) {
    const body = JSON.stringify(entry()).replace('"quantity":"1"', `"quantity":${word}`);
    expect(verdict(await enter(body))).toBe("422 validation_failed");
  }
});

test("an unknown field is 422 and named, at any depth", async () => {
  const top = await enter(entry({ status: "confirmed", authorId: 1 }));
  expect(fieldsOf(top)).toEqual(["status: unknown_field", "authorId: unknown_field"]);
  const deep = await enter(entry({ planReason: { code: "other", text: "дождь", by: 1 } }));
  expect(fieldsOf(deep)).toEqual(["planReason.by: unknown_field"]);
});

test("path parameters and system fields cannot be set in the body", async () => {
  const other = await api.world.createTestObject({ passport: { name: "Другой объект" } });
  for (const field of [{ objectId: other.id }, { planQty: "5" }, { __proto__x: 1 }]) {
    const [name] = Object.keys(field);
    expect(fieldsOf(await enter(entry(field)))).toEqual([`${name}: unknown_field`]);
  }
  const proto = JSON.stringify(entry()).replace("{", '{"__proto__":{"objectId":1},');
  expect(fieldsOf(await enter(proto))).toEqual(["__proto__: unknown_field"]);
});

test("unknown, repeated and invalid query parameters are 422", async () => {
  const ask = async (query: string) => fieldsOf(await api.call("GET", `${path}?${query}`, { as: foreman }));
  expect(await ask("colour=red")).toEqual(["colour: unknown_field"]);
  expect(await ask("objectId=1")).toEqual(["objectId: unknown_field"]);
  expect(await ask("limit=1&limit=2")).toEqual(["limit: given_twice"]);
  expect(await ask("sort=quantity")).toEqual(["sort: invalid_value"]);
  expect(await ask("limit=0")).toEqual(["limit: too_small"]);
  expect(await ask("limit=201")).toEqual(["limit: too_big"]);
  expect(await ask("from=2026-02-30")).toEqual(["from: invalid_format"]);
  const users = await api.call("GET", "/api/users?search=%00", { as: foreman });
  expect(fieldsOf(users)).toEqual(["search: text_broken"]);
});

test("a corrupted cursor, or one of another list, is 422", async () => {
  const forged = Buffer.from(JSON.stringify(["x", 1, "abc"])).toString("base64url");
  for (const cursor of ["zzz", forged, "%ff%fe"]) {
    const answer = await api.call("GET", `/api/users?cursor=${cursor}`, { as: foreman });
    expect(verdict(answer)).toBe("422 validation_failed");
  }
});

test("a cursor with a forged position in a list of days is 422, not 500", async () => {
  const { createHash } = await import("node:crypto");
  const listing = '{"filters":{"unread":false},"list":"notification.list"}';
  const hash = createHash("sha256").update(listing).digest("base64url").slice(0, 12);
  const cursor = Buffer.from(JSON.stringify(["never", 1, hash])).toString("base64url");
  // There must be a notification to compare with.
  await notificationOf(api.world.ctx(foreman), foreman);
  const answer = await api.call("GET", `/api/notifications?cursor=${cursor}`, { as: foreman });
  expect(verdict(answer)).toBe("422 validation_failed");
});

test("an error uses the user's language and carries the request id", async () => {
  const russian = await enter(entry({ quantity: "" }));
  expect(errorOf(russian).message).toMatch(/[а-я]/i);
  expect(errorOf(russian).requestId).toBe(russian.headers.get("x-request-id"));
  const english = await api.call("GET", "/api/me", { headers: { "accept-language": "en-GB,en;q=0.9" } });
  expect(errorOf(english).message).toContain("Sign in");
});

test("an error uses the language that the app shows, whatever the account's", async () => {
  for (const [language, words] of [
    ["en", /^[^а-яё]+$/i],
    ["ru", /[а-яё]/i],
  ] as const) {
    const answer = await enter(entry({ quantity: "" }), { "accept-language": language });
    expect(errorOf(answer).message).toMatch(words);
  }
});

test("none of it was a server error", () => {
  const answered = (status: number) => api.log.filter((line) => line.includes(`"status":${status}`));
  expect(answered(422).length).toBeGreaterThan(0);
  expect(answered(500)).toEqual([]);
});
