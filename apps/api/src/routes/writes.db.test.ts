import type { TestObject } from "@stsphera/core/testing";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorOf, verdict } from "../testing/errors.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;
let object: TestObject;
let foreman: UserActor;

beforeAll(async () => {
  api = await openApi();
  object = await api.world.createTestObject();
  foreman = await api.world.as("construction_itr");
});
afterAll(() => api.close());

const entry = { date: "2026-09-07", quantity: "3" };
const send = (change: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  api.call("POST", `/api/objects/${object.id}/facts`, {
    as: foreman,
    body: { ...entry, floorVolumeId: object.cell("Юг", "1", "МОД"), ...change },
    headers,
  });

test("the same key and input return the stored status and body, another input is refused", async () => {
  const key = { "idempotency-key": "entry-1" };
  const first = await send({}, key);
  const before = await api.world.traces();
  const second = await send({}, key);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  expect(verdict(await send({ quantity: "4" }, key))).toBe("422 idempotency_mismatch");
  expect(await api.world.traces()).toEqual(before);
});

test("many simultaneous requests with one key write one entry", async () => {
  const key = { "idempotency-key": "entry-2" };
  const change = { floorVolumeId: object.cell("Юг", "2", "МОД") };
  const answers = await Promise.all(Array.from({ length: 6 }, () => send(change, key)));
  const made = answers.filter(({ status }) => status === 201);
  expect(new Set(made.map(({ body }) => (body as { fact: { id: number } }).fact.id)).size).toBe(1);
  for (const answer of answers.filter(({ status }) => status !== 201)) {
    expect(verdict(answer)).toBe("409 in_progress");
    expect(answer.headers.get("retry-after")).toBe("1");
  }
});

test.each([
  ["an empty key", ""],
  ["a key of 201 characters", "k".repeat(201)],
  ["a key in Cyrillic", Buffer.from("ключ").toString("latin1")],
])("%s is 422 and nothing is written", async (_name, key) => {
  const before = await api.world.traces();
  expect(verdict(await send({}, { "idempotency-key": key }))).toBe("422 validation_failed");
  expect(await api.world.traces()).toEqual(before);
});

test("a second entry of the same line must be confirmed before it is written", async () => {
  const change = { floorVolumeId: object.cell("Запад", "1", "МОД") };
  expect((await send(change)).status).toBe(201);
  const again = await send(change);
  expect(verdict(again)).toBe("409 possible_duplicate");
  expect((await send({ ...change, confirmDuplicate: true })).status).toBe(201);
});

test("a stale version gets the current one", async () => {
  const { body } = await send({ floorVolumeId: object.cell("Запад", "2", "МОД") });
  const { fact } = body as { fact: { id: number; version: number } };
  const answer = await api.call("POST", `/api/facts/${fact.id}/transitions`, {
    as: await api.world.as("project_manager"),
    body: { to: "confirmed", version: fact.version + 7 },
  });
  expect(verdict(answer)).toBe("409 version_conflict");
  expect(errorOf(answer).current).toMatchObject({ version: fact.version });
});
