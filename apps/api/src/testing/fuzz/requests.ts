import { type Arbitrary } from "fast-check";
import * as fc from "fast-check";
import { type JsonSchema, type Operation, type Parameter, resolve } from "../document/api-document.ts";
import { spoilt } from "./spoil.ts";
import { type Sources, valuesOf } from "./values.ts";

export type FuzzRequest = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
};

const BAD_IDS = [
  "0",
  "-1",
  "1.5",
  "abc",
  "2147483648",
  "99999999999999999999",
  "%00",
  "%F0%9F%92%A5",
  "1%3Bdrop",
];
const TEXTS_OF_QUERIES = [
  "",
  " ",
  "null",
  "-1",
  "0",
  "201",
  "1e9",
  "%00",
  "\ud83d",
  "абв",
  "2026-02-30",
  "x".repeat(600),
];
const CONTENT_TYPES = [
  "text/plain",
  "application/x-www-form-urlencoded",
  "application/json; charset=koi8-r",
  "",
];
const BROKEN_BODIES = [
  "",
  "{",
  "null",
  "[]",
  '"text"',
  '{"a":NaN}',
  "[".repeat(33) + "]".repeat(33),
  "\u0000",
];
const HUGE = JSON.stringify({ notes: "а".repeat(600_000) });

/** Requests to an operation: valid by the document, or with one place made invalid. */
export function requestsTo(operation: Operation, sources: Sources): Arbitrary<FuzzRequest> {
  return fc
    .record({
      path: pathsOf(operation, sources),
      query: queriesOf(operation, sources),
      body: bodiesOf(operation, sources),
      type: usually(fc.constant("application/json"), fc.constantFrom(...CONTENT_TYPES)),
      key: usually(fc.constant(undefined), fc.constantFrom("", "k".repeat(201), "fuzz-1", "\u0007")),
      viewAs: usually(fc.constant(undefined), fc.constantFrom("viewer", "director", "king", "")),
    })
    .map(({ path, query, body, type, key, viewAs }) => ({
      method: operation.method,
      path: query === "" ? path : `${path}?${query}`,
      headers: {
        ...(body === undefined
          ? {}
          : { "content-type": type, "content-length": String(Buffer.byteLength(body)) }),
        ...(key === undefined ? {} : { "idempotency-key": key }),
        ...(viewAs === undefined ? {} : { "x-view-as": viewAs }),
      },
      body,
    }));
}

const usually = <A, B>(right: Arbitrary<A>, wrong: Arbitrary<B>): Arbitrary<A | B> =>
  fc.oneof({ weight: 8, arbitrary: right }, { weight: 1, arbitrary: wrong });

function pathsOf({ path, parameters }: Operation, sources: Sources): Arbitrary<string> {
  const parts = parameters.filter((one) => one.in === "path");
  const values = parts.map(({ name, schema }) =>
    usually(valuesOf(schema, sources, name).map(String), fc.constantFrom(...BAD_IDS)),
  );
  return fc.tuple(...values).map((given) => path.replace(/\{\w+\}/g, () => encodeOnce(given.shift() ?? "1")));
}

const encodeOnce = (text: string) => (text.includes("%") ? text : encodeURIComponent(text));

function queriesOf({ parameters }: Operation, sources: Sources): Arbitrary<string> {
  const known = parameters.filter((one) => one.in === "query");
  const right = fc.tuple(...known.map((one) => sometimes(one, rightPair(one, sources))));
  const wrong = fc.tuple(
    ...known.map((one) => sometimes(one, wrongPair(one, sources))),
    fc.constantFrom(undefined, "unknown=1"),
  );
  return fc
    .oneof({ weight: 3, arbitrary: right }, { weight: 1, arbitrary: wrong })
    .map((pairs: (string | undefined)[]) => pairs.filter((pair) => pair !== undefined).join("&"));
}

const sometimes = ({ required }: Parameter, pair: Arbitrary<string>): Arbitrary<string | undefined> =>
  required ? pair : fc.option(pair, { freq: 1, nil: undefined });

const rightPair = ({ name, schema }: Parameter, sources: Sources): Arbitrary<string> =>
  valuesOf(schema, sources, name).map((one) => `${name}=${encodeURIComponent(String(one).toWellFormed())}`);

function wrongPair(parameter: Parameter, sources: Sources): Arbitrary<string> {
  const { name } = parameter;
  const text = fc.constantFrom(...TEXTS_OF_QUERIES);
  return fc.oneof(
    text.map((one) => `${name}=${one === "%00" ? one : encodeURIComponent(one.toWellFormed())}`),
    rightPair(parameter, sources).map((one) => `${one}&${one}`),
  );
}

function bodiesOf({ requestBody, method }: Operation, sources: Sources): Arbitrary<string | undefined> {
  if (method === "GET") return fc.constant(undefined);
  const broken = fc.constantFrom(...BROKEN_BODIES, HUGE, undefined);
  const media = requestBody?.content["application/json"];
  if (media === undefined) return usually(fc.constant(undefined), broken);
  const right = fc.oneof(fromExample(media.example, media.schema, sources), valuesOf(media.schema, sources));
  const wrong = right.chain(spoilt);
  return fc.oneof(
    { weight: 5, arbitrary: right.map(toJson) },
    { weight: 5, arbitrary: wrong.map(toJson) },
    { weight: 1, arbitrary: broken },
  );
}

const toJson = (value: unknown) => JSON.stringify(value) ?? "";

/** The example body of the document, with ids and versions that exist. */
function fromExample(example: unknown, schema: JsonSchema, sources: Sources): Arbitrary<unknown> {
  if (example === undefined) return valuesOf(schema, sources);
  return alive(example, schema, sources, "");
}

function alive(example: unknown, schema: JsonSchema, sources: Sources, name: string): Arbitrary<unknown> {
  const whole = resolve(schema, sources.schemas);
  if (sources.ids[name] !== undefined && typeof example === "number") return valuesOf(schema, sources, name);
  if (Array.isArray(example)) {
    const items = (whole["items"] ?? {}) as JsonSchema;
    return fc.tuple(...example.map((one) => alive(one, items, sources, name)));
  }
  if (example === null || typeof example !== "object") return fc.constant(example);
  const properties = (whole["properties"] ?? {}) as Record<string, JsonSchema>;
  const fields = Object.entries(example).map(
    ([key, value]) => [key, alive(value, properties[key] ?? {}, sources, key)] as const,
  );
  return fc.record(Object.fromEntries(fields));
}
