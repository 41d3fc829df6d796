import { notificationOf } from "@stsphera/core/testing/verbs";
import { connect } from "node:net";
import type { AnObject } from "@stsphera/core/testing";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorOf, fieldsOf, verdict } from "../testing/errors.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;
let object: AnObject;
let foreman: UserActor;

beforeAll(async () => {
  api = await openApi();
  object = await api.world.anObject();
  foreman = await api.world.as("construction_itr");
});
afterAll(() => api.close());

const path = () => `/api/objects/${object.id}/facts`;
const entry = (change: Record<string, unknown> = {}) => ({
  floorVolumeId: object.cell("Юг", "1", "МОД"),
  date: "2026-09-08",
  quantity: "1",
  ...change,
});
const enter = (body: unknown, headers: Record<string, string> = {}) =>
  api.call("POST", path(), { as: foreman, body, headers });

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
])("never-again 14: %s is no quantity, and nothing is written", async (_name, quantity) => {
  const before = await api.world.traces();
  const answer = await enter(entry({ quantity }));
  expect(verdict(answer)).toBe("422 validation_failed");
  expect(fieldsOf(answer)[0]).toMatch(/^quantity: /);
  expect(await api.world.traces()).toEqual(before);
});

test("never-again 14: numbers that JSON cannot say are refused with the body", async () => {
  for (const word of ["NaN", "Infinity", "-Infinity"]) {
    const body = JSON.stringify(entry()).replace('"quantity":"1"', `"quantity":${word}`);
    expect(verdict(await enter(body))).toBe("422 validation_failed");
  }
});

test.each([
  ["cut short", '{"floorVolumeId": 1, "date": "2026'],
  ["of nothing but a word", "quantity"],
  ["that is a list", "[1, 2]"],
  ["that is null", "null"],
  ["that is a text", '"12"'],
  ["with a NUL in a text", '{"floorVolumeId":1,"date":"2026-09-08","quantity":"1","notes":"a\\u0000b"}'],
  ["with half a character", '{"floorVolumeId":1,"date":"2026-09-08","quantity":"1","notes":"\\ud83d"}'],
  ["nested 40 levels", `{"notes":${"[".repeat(40)}${"]".repeat(40)}}`],
  ["nested a hundred thousand levels", `{"notes":${"[".repeat(100_000)}${"]".repeat(100_000)}}`],
])("a body %s is 422 and nothing is written", async (_name, body) => {
  const before = await api.world.traces();
  expect(verdict(await enter(body))).toBe("422 validation_failed");
  expect(await api.world.traces()).toEqual(before);
});

test("bytes that are no UTF-8 are 422", async () => {
  const response = await fetch(api.url + path(), {
    method: "POST",
    headers: { authorization: `Bearer ${api.token(foreman)}`, "content-type": "application/json" },
    body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  });
  expect(response.status).toBe(422);
  await response.arrayBuffer();
});

test("an unknown field is 422 and named, wherever it stands", async () => {
  const top = await enter(entry({ status: "confirmed", authorId: 1 }));
  expect(fieldsOf(top)).toEqual(["status: unknown_field", "authorId: unknown_field"]);
  const deep = await enter(entry({ planReason: { code: "other", text: "дождь", by: 1 } }));
  expect(fieldsOf(deep)).toEqual(["planReason.by: unknown_field"]);
});

test("the ids of the address and what only the system sets cannot be given in the body", async () => {
  const other = await api.world.anObject({ passport: { name: "Другой объект" } });
  for (const field of [{ objectId: other.id }, { planQty: "5" }, { __proto__x: 1 }]) {
    const [name] = Object.keys(field);
    expect(fieldsOf(await enter(entry(field)))).toEqual([`${name}: unknown_field`]);
  }
  const proto = JSON.stringify(entry()).replace("{", '{"__proto__":{"objectId":1},');
  expect(fieldsOf(await enter(proto))).toEqual(["__proto__: unknown_field"]);
});

test("unknown, doubled and wrong query parameters are 422", async () => {
  const ask = async (query: string) => fieldsOf(await api.call("GET", `${path()}?${query}`, { as: foreman }));
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

test("a cursor that was spoilt, or is of another list, is 422", async () => {
  const forged = Buffer.from(JSON.stringify(["x", 1, "abc"])).toString("base64url");
  for (const cursor of ["zzz", forged, "%ff%fe"]) {
    const answer = await api.call("GET", `/api/users?cursor=${cursor}`, { as: foreman });
    expect(verdict(answer)).toBe("422 validation_failed");
  }
});

test("a cursor with a forged place in a list of days is 422, not a failure", async () => {
  const { createHash } = await import("node:crypto");
  const filters = '{"unread":false}';
  const hash = createHash("sha256").update(filters).digest("base64url").slice(0, 12);
  const cursor = Buffer.from(JSON.stringify(["never", 1, hash])).toString("base64url");
  // The place is compared with something: an empty list would have no use for it.
  await notificationOf(api.world.ctx(foreman), foreman);
  const answer = await api.call("GET", `/api/notifications?cursor=${cursor}`, { as: foreman });
  expect(verdict(answer)).toBe("422 validation_failed");
});

test.each([
  ["a form", "application/x-www-form-urlencoded"],
  ["plain text", "text/plain"],
  ["JSON in another alphabet", "application/json; charset=koi8-r"],
  ["something like JSON", "application/json-patch+json"],
])("%s is 415", async (_name, contentType) => {
  expect(verdict(await enter(JSON.stringify(entry()), { "content-type": contentType }))).toBe(
    "415 unsupported_media_type",
  );
});

test("a packed body is 415", async () => {
  expect(verdict(await enter(entry(), { "content-encoding": "gzip" }))).toBe("415 unsupported_media_type");
});

test("JSON named with its alphabet is taken", async () => {
  const answer = await enter(entry({ quantity: "1" }), { "content-type": "application/json; charset=UTF-8" });
  expect(answer.status).toBe(201);
});

test("a body of 20 MB is 413 and the server goes on", async () => {
  const answer = await enter(JSON.stringify({ notes: "а".repeat(10 * 1024 * 1024) }));
  expect(verdict(answer)).toBe("413 payload_too_large");
  expect((await api.call("GET", "/healthz")).status).toBe(200);
});

test("a body that grows without saying its length is 413", async () => {
  const piece = Buffer.alloc(64 * 1024, "a");
  const stream = new ReadableStream({
    start(controller) {
      for (let n = 0; n < 32; n++) controller.enqueue(piece);
      controller.close();
    },
  });
  const response = await fetch(api.url + path(), {
    method: "POST",
    headers: { authorization: `Bearer ${api.token(foreman)}`, "content-type": "application/json" },
    body: stream,
    duplex: "half",
  });
  expect(response.status).toBe(413);
  await response.arrayBuffer();
});

test("the sender of 20 MB in pieces reads his 413 although he was still sending", async () => {
  const piece = Buffer.alloc(64 * 1024, "a");
  for (let round = 0; round < 5; round++) {
    let left = 320;
    const stream = new ReadableStream({
      pull(controller) {
        if (left-- > 0) controller.enqueue(piece);
        else controller.close();
      },
    });
    const response = await fetch(api.url + path(), {
      method: "POST",
      headers: { authorization: `Bearer ${api.token(foreman)}`, "content-type": "application/json" },
      body: stream,
      duplex: "half",
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: { code: "payload_too_large" } });
  }
});

test("a small body in pieces is taken", async () => {
  const body = Buffer.from(JSON.stringify(entry({ quantity: "1", confirmDuplicate: true })));
  const stream = new ReadableStream({
    start(controller) {
      for (let at = 0; at < body.length; at += 7) controller.enqueue(body.subarray(at, at + 7));
      controller.close();
    },
  });
  const response = await fetch(api.url + path(), {
    method: "POST",
    headers: { authorization: `Bearer ${api.token(foreman)}`, "content-type": "application/json" },
    body: stream,
    duplex: "half",
  });
  expect(response.status).toBe(201);
  await response.arrayBuffer();
});

test("a sender who breaks off in the middle does no harm", async () => {
  const before = await api.world.traces();
  const { port } = new URL(api.url);
  await new Promise<void>((resolve, reject) => {
    const socket = connect(Number(port), "127.0.0.1", () => {
      const head = [
        `POST ${path()} HTTP/1.1`,
        "Host: localhost",
        `Authorization: Bearer ${api.token(foreman)}`,
        "Content-Type: application/json",
        "Content-Length: 500",
      ];
      socket.write(`${head.join("\r\n")}\r\n\r\n{"floorVolumeId":1,`, () => socket.destroy());
    });
    socket.on("close", () => resolve());
    socket.on("error", reject);
  });
  expect((await api.call("GET", "/healthz")).status).toBe(200);
  expect(await api.world.traces()).toEqual(before);
  expect(api.log.filter((line) => line.includes('"status":500'))).toEqual([]);
});

test("errors come in order: 401, 413, 415, 422, 404, 403", async () => {
  const supply = await api.world.as("supply");
  const team = `/api/objects/${object.id}/team`;
  const put = (call: Parameters<TestApi["call"]>[2], to = team) => api.call("PUT", to, call);
  const huge = "x".repeat(2 * 1024 * 1024);
  const text = { "content-type": "text/plain" };
  expect((await put({ body: huge, headers: text })).status).toBe(401);
  expect((await put({ as: supply, body: huge, headers: text })).status).toBe(413);
  expect((await put({ as: supply, body: "{", headers: text })).status).toBe(415);
  expect((await put({ as: supply, body: "{" })).status).toBe(422);
  expect(
    (await put({ as: supply, body: { version: 0, members: [] } }, "/api/objects/999999/team")).status,
  ).toBe(422);
  const valid = { version: 1, members: [] };
  expect((await put({ as: supply, body: valid }, "/api/objects/999999/team")).status).toBe(404);
  expect((await put({ as: supply, body: valid })).status).toBe(403);
  const manager = await api.world.as("project_manager");
  expect((await put({ as: manager, body: { version: 9999, members: [] } })).status).toBe(409);
});

test("a refusal speaks the person's language and carries the request's id", async () => {
  const russian = await enter(entry({ quantity: "" }));
  expect(errorOf(russian).message).toMatch(/[а-я]/i);
  expect(errorOf(russian).requestId).toBe(russian.headers.get("x-request-id"));
  const english = await api.call("GET", "/api/me", { headers: { "accept-language": "en-GB,en;q=0.9" } });
  expect(errorOf(english).message).toContain("Sign in");
});
