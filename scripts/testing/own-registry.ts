import { globSync, readFileSync } from "node:fs";

const REPLACES = /\bvi\.(?:mock|doMock|stubGlobal)\(/;

/** Those of the test files that put something in the place of a module or a global: no other file may see it. */
export function withOwnRegistry(patterns: readonly string[], exclude: readonly string[]): string[] {
  return globSync(patterns, { exclude }).filter((path) => REPLACES.test(readFileSync(path, "utf8")));
}
