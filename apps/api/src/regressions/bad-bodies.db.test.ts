import { connect } from "node:net";
import type { TestObject } from "@stsphera/core/testing";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verdict } from "../testing/errors.ts";
import { factSender, type FactSender } from "../testing/fact-sender.ts";
import { type HostileScene, openHostileScene } from "../testing/hostile-scene.ts";
import type { TestApi } from "../testing/open-api.ts";

let api: TestApi;
let object: TestObject;
let manager: UserActor;
let foreman: UserActor;
let refused: HostileScene["refused"];
let path: FactSender["path"];
let entry: FactSender["entry"];
let enter: FactSender["enter"];
let sendBytes: FactSender["sendBytes"];

beforeAll(async () => {
  const scene = await openHostileScene();
  ({ api, object, manager, foreman, refused } = scene);
  ({ path, entry, enter, sendBytes } = factSender(scene));
});
afterAll(() => api.close());

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
  expect(verdict(await refused(() => enter(body)))).toBe("422 validation_failed");
});

test("bytes that are not UTF-8 are 422", async () => {
  const response = await sendBytes(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]));
  expect(response.status).toBe(422);
  await response.arrayBuffer();
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

test("a compressed body is 415", async () => {
  expect(verdict(await enter(entry(), { "content-encoding": "gzip" }))).toBe("415 unsupported_media_type");
});

test("JSON with a charset is accepted", async () => {
  const answer = await enter(entry({ quantity: "1" }), { "content-type": "application/json; charset=UTF-8" });
  expect(answer.status).toBe(201);
});

test("a body of 20 MB is 413 and the server keeps serving", async () => {
  const answer = await enter(JSON.stringify({ notes: "а".repeat(10 * 1024 * 1024) }));
  expect(verdict(answer)).toBe("413 payload_too_large");
  expect((await api.call("GET", "/healthz")).status).toBe(200);
});

test("a growing body without Content-Length is 413", async () => {
  const piece = Buffer.alloc(64 * 1024, "a");
  const stream = new ReadableStream({
    start(controller) {
      for (let n = 0; n < 32; n++) controller.enqueue(piece);
      controller.close();
    },
  });
  const response = await sendBytes(stream);
  expect(response.status).toBe(413);
  await response.arrayBuffer();
});

test("a client that sends 20 MB in chunks gets the 413 while still sending", async () => {
  const piece = Buffer.alloc(64 * 1024, "a");
  for (let round = 0; round < 5; round++) {
    let left = 320;
    const stream = new ReadableStream({
      pull(controller) {
        if (left-- > 0) controller.enqueue(piece);
        else controller.close();
      },
    });
    const response = await sendBytes(stream);
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: { code: "payload_too_large" } });
  }
});

test("a small chunked body is accepted", async () => {
  const body = Buffer.from(JSON.stringify(entry({ quantity: "1", confirmDuplicate: true })));
  const stream = new ReadableStream({
    start(controller) {
      for (let at = 0; at < body.length; at += 7) controller.enqueue(body.subarray(at, at + 7));
      controller.close();
    },
  });
  const response = await sendBytes(stream);
  expect(response.status).toBe(201);
  await response.arrayBuffer();
});

test("a client that aborts its upload does no harm", async () => {
  const before = await api.world.traces();
  const { port } = new URL(api.url);
  await new Promise<void>((resolve, reject) => {
    const socket = connect(Number(port), "127.0.0.1", () => {
      const head = [
        `POST ${path} HTTP/1.1`,
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

test("errors are checked in order: 401, 413, 415, 422, 404, 403", async () => {
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
  expect((await put({ as: manager, body: { version: 9999, members: [] } })).status).toBe(409);
});
