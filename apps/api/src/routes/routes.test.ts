import { COMMANDS, QUERIES } from "@stsphera/core";
import { expect, test } from "vitest";
import type { z } from "zod";
import { type BodySchema, fieldNames, idsIn } from "./endpoint.ts";
import { ENDPOINTS } from "./index.ts";
import { INTERNAL_VERBS } from "../testing/internal-verbs.ts";

const verbs = [...COMMANDS, ...QUERIES];
const name = ({ method, path }: (typeof ENDPOINTS)[number]) => `${method.toUpperCase()} ${path}`;

test("every verb of core is on a route or listed as internal, never both", () => {
  const mounted = new Set(ENDPOINTS.map((endpoint) => endpoint.verb.name));
  const internal = new Set(Object.keys(INTERNAL_VERBS));
  expect(verbs.length).toBeGreaterThan(30);
  for (const verb of verbs) {
    expect(`${verb.name}: ${mounted.has(verb.name) !== internal.has(verb.name)}`).toBe(`${verb.name}: true`);
  }
});

test("everything listed as internal or on a route is a verb of core", () => {
  const known = new Set(verbs.map((verb) => verb.name));
  for (const verb of Object.keys(INTERNAL_VERBS)) expect(known, verb).toContain(verb);
  for (const endpoint of ENDPOINTS) expect(known, name(endpoint)).toContain(endpoint.verb.name);
});

test("paths are unique", () => {
  const addresses = ENDPOINTS.map((endpoint) => name(endpoint).replace(/:\w+/g, ":id"));
  expect(new Set(addresses).size).toBe(addresses.length);
});

test("each tag is declared once", () => {
  const parts = new Set(ENDPOINTS.map(({ tag }) => tag));
  expect(new Set([...parts].map((part) => part.name)).size).toBe(parts.size);
});

test("reads are GET, except those with a body; writes are not", () => {
  for (const endpoint of ENDPOINTS) {
    expect(`${name(endpoint)} ${endpoint.verb.kind}`).toBe(
      `${name(endpoint)} ${endpoint.method === "get" || endpoint.asks === true ? "query" : "command"}`,
    );
  }
});

test("a route passes only fields the verb knows, and all that it requires", () => {
  for (const endpoint of ENDPOINTS) {
    const input = endpoint.verb.input as BodySchema;
    const fields = [...idsIn(endpoint.path), ...fieldNames(endpoint.query), ...fieldNames(endpoint.body)];
    expect(new Set(fields).size, name(endpoint)).toBe(fields.length);
    expect(fieldNames(input), name(endpoint)).toEqual(expect.arrayContaining(fields));
    const shapes = "shape" in input ? [input.shape] : input.options.map(({ shape }) => shape);
    const required = shapes.flatMap((shape) =>
      Object.entries(shape).filter(([, field]) => !(field as z.ZodType).safeParse(undefined).success),
    );
    expect(fields, name(endpoint)).toEqual(expect.arrayContaining(required.map(([key]) => key)));
  }
});

test("examples pass their schemas", () => {
  for (const { body, answer, examples, ...endpoint } of ENDPOINTS) {
    const label = `${endpoint.method} ${endpoint.path}`;
    expect(answer.safeParse(examples.answer).error?.issues ?? [], label).toEqual([]);
    expect((body?.safeParse(examples.body ?? {}).error?.issues ?? []) as unknown[], label).toEqual([]);
  }
});
