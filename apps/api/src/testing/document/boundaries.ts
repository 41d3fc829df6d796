import { type ApiDocument, type JsonSchema, resolve } from "./api-document.ts";

/** A body with one invalid value. */
export type Boundary = { path: string; what: string; body: unknown };

type Replace = (value: unknown) => unknown;
type Place = { schema: JsonSchema; example: unknown; path: string; replace: Replace };

/** Every way a body can violate its schema, one at a time. */
export function boundariesOf(
  schema: JsonSchema,
  example: unknown,
  schemas: ApiDocument["schemas"],
): Boundary[] {
  return inPlace({ schema, example, path: "", replace: (value) => value });

  function inPlace({ schema: given, example: shown, path, replace }: Place): Boundary[] {
    const whole = resolve(given, schemas);
    const step = (what: string, value: unknown, at = path): Boundary => ({
      path: at,
      what,
      body: replace(value),
    });
    const own = path === "" ? [] : beyond(whole, shown).map(([what, value]) => step(what, value));
    if (Array.isArray(shown) && shown.length > 0) {
      const [first, ...others] = shown;
      const items = (whole["items"] ?? {}) as JsonSchema;
      const inItem: Place = {
        schema: items,
        example: first,
        path: join(path, "0"),
        replace: (value) => replace([value, ...others]),
      };
      return [...own, ...inPlace(inItem)];
    }
    if (shown === null || typeof shown !== "object" || Array.isArray(shown)) return own;
    return [...own, ...inFields(whole, shown as Record<string, unknown>, { path, replace, step })];
  }

  type Around = {
    path: string;
    replace: Replace;
    step: (what: string, value: unknown, at: string) => Boundary;
  };
  function inFields(whole: JsonSchema, shown: Record<string, unknown>, { path, replace, step }: Around) {
    const { properties = {}, required = [] } = whole as {
      properties?: Record<string, JsonSchema>;
      required?: string[];
    };
    const without = (name: string) =>
      Object.fromEntries(Object.entries(shown).filter(([key]) => key !== name));
    const lacking = required.map((name) => step("missing", without(name), join(path, name)));
    const unknown = step("unknown", { ...shown, unknownField: 1 }, join(path, "unknownField"));
    const inside = Object.entries(properties).flatMap(([name, inner]) =>
      inPlace({
        schema: inner,
        example: shown[name],
        path: join(path, name),
        replace: (value) => replace({ ...shown, [name]: value }),
      }),
    );
    return [unknown, ...lacking, ...inside];
  }
}

const join = (path: string, name: string) => (path === "" ? name : `${path}.${name}`);

const OTHER_TYPES: Readonly<Record<string, unknown>> = {
  string: 12,
  integer: "1",
  number: "1",
  boolean: "yes",
  array: { 0: 1 },
  object: "text",
};

/** Values just outside a schema. */
function beyond(schema: JsonSchema, example: unknown): [string, unknown][] {
  const choices = (schema["anyOf"] ?? schema["oneOf"]) as JsonSchema[] | undefined;
  if (choices !== undefined) return [["no choice", { never: 1 }]];
  const { minLength, maxLength, minimum, exclusiveMinimum, maximum, minItems, maxItems } = schema as Record<
    string,
    number | undefined
  >;
  const items = (count: number) =>
    Array.from({ length: count }, () => (Array.isArray(example) ? example[0] : null));
  const found: [string, unknown, unknown][] = [
    ["another type", schema["type"], OTHER_TYPES[String(schema["type"])]],
    ["null", schema["type"], null],
    ["no such value", schema["enum"], "no_such_value"],
    ["no such day", schema["format"] === "date" ? 1 : undefined, "2026-02-30"],
    ["no shape", schema["pattern"], "§"],
    ["too short", minLength, "x".repeat(Math.max((minLength ?? 1) - 1, 0))],
    ["too long", maxLength, "x".repeat((maxLength ?? 0) + 1)],
    ["too small", minimum, (minimum ?? 0) - 1],
    ["too small", exclusiveMinimum, exclusiveMinimum],
    ["too large", maximum, (maximum ?? 0) + 1],
    ["a fraction", schema["type"] === "integer" ? 1 : undefined, 1.5],
    ["too few", minItems, items(Math.max((minItems ?? 1) - 1, 0))],
    ["too many", maxItems, items((maxItems ?? 0) + 1)],
  ];
  return found.filter(([, limit]) => limit !== undefined).map(([what, , value]) => [what, value]);
}
