import { type Arbitrary } from "fast-check";
import * as fc from "fast-check";
import { type ApiDocument, type JsonSchema, resolve } from "../document/api-document.ts";

/** Existing ids, by the name of the field or path parameter. */
export type KnownIds = Readonly<Record<string, readonly number[]>>;
export type Sources = { schemas: ApiDocument["schemas"]; ids: KnownIds };

const DAYS = [
  "2026-09-08",
  "2026-09-07",
  "2026-09-09",
  "2026-12-31",
  "2024-02-29",
  "0001-01-01",
  "9999-12-31",
];
const INSTANTS = ["2026-09-08T07:00:00.000Z", "1970-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"];
const QUANTITIES = ["1", "12,5", "0.001", "999999999", " 1 000 "];
const CODES = ["object", "task", "task.change_status", "audit", "0123456789abcdefghij_-", "true", "me"];
const WORDS = [
  "Проверить узел",
  "Ю",
  "-1",
  "тех",
  "08:00",
  "Europe/Moscow",
  "+79991234567",
  "👷‍♀️ ёЁ",
  "%_\\'\"",
];

/** Values that look valid by their schema, including boundary lengths and numbers. */
export function valuesOf(schema: JsonSchema, sources: Sources, name = ""): Arbitrary<unknown> {
  const known = sources.ids[name];
  const whole = resolve(schema, sources.schemas);
  const choices = (whole["anyOf"] ?? whole["oneOf"]) as JsonSchema[] | undefined;
  if (choices !== undefined) return fc.oneof(...choices.map((one) => valuesOf(one, sources, name)));
  if (Array.isArray(whole["enum"])) return fc.constantFrom(...(whole["enum"] as unknown[]));
  if ("const" in whole) return fc.constant(whole["const"]);
  switch (whole["type"]) {
    case "object":
      return objects(whole, sources);
    case "array":
      return lists(whole, sources, name);
    case "integer":
    case "number":
      return known === undefined
        ? numbers(whole)
        : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known) }, numbers(whole));
    case "string":
      return texts(whole);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objects(schema: JsonSchema, sources: Sources): Arbitrary<unknown> {
  const { properties = {}, required = [] } = schema as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  const fields = Object.entries(properties).map(
    ([key, inner]) => [key, valuesOf(inner, sources, key)] as const,
  );
  if (fields.length > 0) return fc.record(Object.fromEntries(fields), { requiredKeys: required });
  const values = schema["additionalProperties"];
  if (values === null || typeof values !== "object") return fc.constant({});
  return fc.dictionary(fc.string({ maxLength: 8 }), valuesOf(values as JsonSchema, sources), { maxKeys: 3 });
}

function lists(schema: JsonSchema, sources: Sources, name: string): Arbitrary<unknown> {
  const least = Number(schema["minItems"] ?? 0);
  const most = Math.min(Number(schema["maxItems"] ?? 3), least + 3);
  return fc.array(valuesOf(schema["items"] as JsonSchema, sources, name), {
    minLength: least,
    maxLength: most,
  });
}

function numbers(schema: JsonSchema): Arbitrary<number> {
  const { minimum, exclusiveMinimum, maximum } = schema as Record<string, number | undefined>;
  const min = minimum ?? (exclusiveMinimum === undefined ? -3 : exclusiveMinimum + 1);
  const max = Math.max(min, maximum ?? 2_147_483_647);
  return fc.oneof(
    fc.constantFrom(min, max, min - 1, max + 1),
    fc.integer({ min, max: Math.min(max, min + 20) }),
  );
}

/** Texts that match a pattern: realistic ones if any match, otherwise generated ones. */
function shaped(pattern: string): Arbitrary<string> {
  const shape = new RegExp(pattern, "u");
  const fitting = [...WORDS, ...QUANTITIES, ...CODES, "Иван Жилин", "/api/dashboard"].filter((text) =>
    shape.test(text),
  );
  return fitting.length > 0 ? fc.constantFrom(...fitting) : fc.stringMatching(shape);
}

function texts(schema: JsonSchema): Arbitrary<string> {
  if (schema["format"] === "date") return fc.constantFrom(...DAYS);
  if (schema["format"] === "date-time") return fc.constantFrom(...INSTANTS);
  if (typeof schema["pattern"] === "string") return shaped(schema["pattern"]);
  const least = Number(schema["minLength"] ?? 0);
  const most = Number(schema["maxLength"] ?? 200);
  const edges = [least, most, least - 1, most + 1].filter((length) => length >= 0);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...WORDS, ...QUANTITIES, ...DAYS) },
    fc.string({ unit: "grapheme", minLength: least, maxLength: Math.min(most, least + 30) }),
    fc.constantFrom(...edges.map((length) => "ж".repeat(length))),
  );
}
