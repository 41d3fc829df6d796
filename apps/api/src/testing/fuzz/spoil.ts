import { type Arbitrary } from "fast-check";
import * as fc from "fast-check";

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

/** Values that are invalid for almost any field. */
const WRONG: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  1e21,
  2_147_483_648,
  Number.MAX_SAFE_INTEGER,
  "",
  " ",
  "NaN",
  "1e309",
  "-5",
  "१२",
  "2026-02-30",
  "2026-13-01",
  "a\u0000b",
  "\ud83d",
  "\u202eгруз\u200b",
  "💥".repeat(300),
  "я".repeat(100_000),
  "'; drop table users; --",
  '<b>&"${7*7}{{x}}',
  [],
  {},
  [[[]]],
  { id: 1 },
  nested(31),
  nested(40),
];

type Path = readonly (string | number)[];

/** A value with one place changed: another value, a removed field or an unknown field. */
export function spoilt(value: unknown): Arbitrary<unknown> {
  const places = placesIn(value);
  return fc.oneof(
    fc
      .tuple(fc.constantFrom(...places), fc.constantFrom(...WRONG))
      .map(([path, wrong]) => put(value, path, () => wrong)),
    fc.constantFrom(...places).map((path) => put(value, path, () => undefined)),
    fc
      .tuple(fc.constantFrom(...places), fc.constantFrom("unknown", "__proto__", "constructor", "поле", ""))
      .map(([path, key]) => put(value, path, (old) => withField(old, key))),
  );
}

function withField(old: unknown, key: string): unknown {
  if (old === null || typeof old !== "object" || Array.isArray(old)) return { [key]: old };
  return Object.fromEntries([...Object.entries(old), [key, 1]]);
}

function placesIn(value: unknown, at: Path = []): Path[] {
  if (value === null || typeof value !== "object") return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

function put(value: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((one, at) => (String(at) === key ? put(one, rest, change) : one));
  const fields = Object.entries(value as object);
  return Object.fromEntries(fields.map(([name, one]) => [name, name === key ? put(one, rest, change) : one]));
}
