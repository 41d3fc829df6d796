import { randomUUID } from "node:crypto";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { fieldNames } from "../routes/endpoint.ts";
import { ENDPOINTS } from "../routes/index.ts";
import { addressOf, exampleBody, requiredQuery } from "../testing/addresses.ts";
import { type ApiDocument, apiDocument } from "../testing/document/api-document.ts";
import { boundariesOf } from "../testing/document/boundaries.ts";
import { errorOf, verdict } from "../testing/errors.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

vi.setConfig({ testTimeout: 60_000 });

let api: TestApi;
let document: ApiDocument;
let admin: UserActor;
let sent = 0;

beforeAll(async () => {
  api = await openApi();
  document = await apiDocument(api);
  admin = await api.world.as("admin");
});
afterAll(() => api.close());

const WORDS = { year: 2026, department: "construction", template: "nvf", startOn: "2026-09-01" };
const title = ({ method, path }: (typeof ENDPOINTS)[number]) => `${method.toUpperCase()} ${path}`;
const writes = ENDPOINTS.filter(({ body }) => body !== undefined).map((one) => [title(one), one] as const);
const lists = ENDPOINTS.filter(({ query }) => query !== undefined).map((one) => [title(one), one] as const);

function pathsOf(answer: Awaited<ReturnType<TestApi["call"]>>): string[] {
  return ((errorOf(answer).details ?? []) as { path: string }[]).map(({ path }) => path);
}

describe("every violation of a body's limits is 422 with the field's path", () => {
  test.each(writes)("%s", async (name, endpoint) => {
    const operation = document.operations.find((one) => one.name === name.replace(/:(\w+)/g, "{$1}"));
    const schema = operation?.requestBody?.content["application/json"]?.schema;
    if (schema === undefined) throw new Error("the document shows no body");
    const before = await api.world.traces();
    for (const { path, what, body } of boundariesOf(schema, exampleBody(endpoint), document.schemas)) {
      sent += 1;
      const method = endpoint.method.toUpperCase();
      const answer = await api.call(method, addressOf(endpoint, WORDS), { as: admin, body });
      const label = `${path} ${what}`;
      expect(`${label}: ${verdict(answer)}`).toBe(`${label}: 422 validation_failed`);
      expect(
        pathsOf(answer).some((one) => one === path || one.startsWith(`${path}.`)),
        label,
      ).toBe(true);
    }
    expect(await api.world.traces()).toEqual(before);
  });
});

describe("every invalid filter is 422 with its name", () => {
  const wrong: Readonly<Record<string, string>> = {
    limit: "1001",
    cursor: "x".repeat(501),
    search: "x".repeat(101),
    who: "x".repeat(101),
    text: "x".repeat(101),
    from: "2026-02-30",
    to: "2026-13-01",
    date: "yesterday",
  };
  test.each(lists)("%s", async (_name, endpoint) => {
    const ids = { ...WORDS, objectId: 1, entity: "object", id: 1, key: randomUUID() };
    const ask = (query: string) => api.call("GET", `${addressOf(endpoint, ids)}?${query}`, { as: admin });
    for (const field of fieldNames(endpoint.query)) {
      sent += 1;
      const needed = new URLSearchParams(requiredQuery(endpoint, ids));
      needed.set(field, wrong[field] ?? "§");
      const answer = await ask(needed.toString());
      expect(`${field}: ${verdict(answer)}`).toBe(`${field}: 422 validation_failed`);
      expect(pathsOf(answer)).toContain(field);
    }
  });
});

test("many boundaries were tried", () => {
  expect(sent).toBeGreaterThan(900);
});
