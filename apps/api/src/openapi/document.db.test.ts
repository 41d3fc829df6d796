import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiDocument, apiDocument, type Media } from "../testing/document/api-document.ts";
import { documentChecker } from "../testing/document/document-checker.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

type Content = { "application/json"?: Partial<Media> };
type Operation = {
  operationId: string;
  summary: string;
  tags: string[];
  security?: unknown[];
  parameters?: unknown[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content; headers?: unknown }>;
};
type Document = { openapi: string; paths: Record<string, Record<string, Operation>>; components: unknown };

let api: TestApi;
let document: Document;
let operations: [string, Operation][];
let read: ApiDocument;

beforeAll(async () => {
  api = await openApi();
  document = (await api.call("GET", "/api/openapi.json")).body as Document;
  read = await apiDocument(api);
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): [string, Operation] => [`${method} ${path}`, operation]),
  );
});
afterAll(() => api.close());

test("the document is OpenAPI 3.1", () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(operations.length).toBeGreaterThan(40);
});

test("every operation has its input, answer, errors and examples", () => {
  for (const [name, { summary, tags, responses, requestBody }] of operations) {
    expect(summary, name).toMatch(/\S/);
    expect(tags, name).toHaveLength(1);
    const success = Object.keys(responses).filter((status) => status < "400");
    // A link has two success answers: the redirect, and the file when it is followed.
    const isLink = success.includes("302");
    expect(success, name).toHaveLength(isLink ? 2 : 1);
    expect(Object.keys(responses), name).toEqual(expect.arrayContaining(["401", "429", "503"]));
    for (const [status, response] of Object.entries(responses)) {
      const media = response.content?.["application/json"];
      if (status === "204" || (isLink && status < "400")) continue;
      expect(media?.schema, `${name} ${status}`).toBeDefined();
      expect(media?.example ?? media?.examples, `${name} ${status}`).toBeDefined();
    }
    if (requestBody !== undefined)
      expect(requestBody.content["application/json"]?.schema, name).toBeDefined();
  }
});

test("every example passes its schema in the document", () => {
  const { problems } = documentChecker(read);
  let examples = 0;
  for (const { name, requestBody, responses } of read.operations) {
    const shown = [requestBody?.content, ...Object.values(responses).map(({ content }) => content)];
    for (const media of shown.map((content) => content?.["application/json"])) {
      if (media === undefined) continue;
      const values = [media.example, ...Object.values(media.examples ?? {}).map(({ value }) => value)];
      for (const value of values.filter((one) => one !== undefined)) {
        examples += 1;
        expect(problems(media.schema, value), `${name} ${JSON.stringify(value)}`).toEqual([]);
      }
    }
  }
  expect(examples).toBeGreaterThan(read.operations.length * 8);
});

test("an example that does not fit its schema would be detected", () => {
  const { problems } = documentChecker(read);
  const { responses } = read.operations.find(({ operationId }) => operationId === "factGet") ?? {};
  const media = responses?.["200"]?.content?.["application/json"];
  if (media === undefined) throw new Error("the document shows no entry");
  const example = media.example as object;
  expect(problems(media.schema, { ...example, quantity: 12 })).toEqual([expect.stringContaining("quantity")]);
  expect(problems(media.schema, { ...example, extra: 1 })).toEqual([expect.stringContaining("extra")]);
});

test("operation ids are unique", () => {
  const names = operations.map(([, { operationId }]) => operationId);
  expect(new Set(names).size).toBe(names.length);
});

test("every reference resolves and every component is used", () => {
  const text = JSON.stringify(document);
  const references = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? ""));
  expect(references.size).toBeGreaterThan(15);
  for (const path of references) {
    const found = path
      .split("/")
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document);
    expect(found, path).toBeTypeOf("object");
    expect(found, path).not.toHaveProperty("$ref");
  }
  const { schemas } = document.components as { schemas: Record<string, unknown> };
  for (const name of Object.keys(schemas)) expect(references, name).toContain(`components/schemas/${name}`);
});

test("path parameters of an operation match its path", () => {
  for (const [name, { parameters = [] }] of operations) {
    const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    const described = (parameters as { in?: string; name: string }[]).filter((one) => one.in === "path");
    expect(
      described.map((one) => one.name),
      name,
    ).toEqual(inPath);
  }
});

test("only the routes before a session require no token", () => {
  const open = operations.filter(([, { security }]) => security?.length === 0).map(([name]) => name);
  expect(open.sort()).toEqual([
    "post /api/auth/introduce",
    "post /api/auth/refresh",
    "post /api/auth/register",
    "post /api/auth/telegram",
  ]);
});

test("the documentation page loads nothing from other servers", async () => {
  const page = await api.call("GET", "/api/docs");
  expect(page.status).toBe(200);
  expect(page.headers.get("content-type")).toContain("text/html");
  expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
  expect(page.headers.get("x-frame-options")).toBeNull();
  const parts = [...String(page.body).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? "");
  expect(parts.length).toBeGreaterThanOrEqual(3);
  for (const path of parts) {
    expect(path).toMatch(/^\/api\//);
    expect((await api.call("GET", path)).status, path).toBe(200);
  }
  const script = await api.call("GET", "/api/docs/page.js");
  expect(script.body).not.toMatch(/https?:\/\/|innerHTML|eval\(/);
});
