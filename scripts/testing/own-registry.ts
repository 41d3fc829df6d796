import { globSync, readFileSync } from "node:fs";

const REPLACES = /\bvi\.(?:mock|doMock|stubGlobal)\(/;

/** Test files that mock a module or a global, and therefore need their own module registry. */
export function withOwnRegistry(patterns: readonly string[], exclude: readonly string[]): string[] {
  return globSync(patterns, { exclude }).filter((path) => REPLACES.test(readFileSync(path, "utf8")));
}
