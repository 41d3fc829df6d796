import { isDeepStrictEqual } from "node:util";

/** Collects differences between an answer and the slowly computed one. */
export function createComparison() {
  const problems: string[] = [];
  return {
    problems,
    same(what: string, given: unknown, expected: unknown): void {
      if (isDeepStrictEqual(given, expected)) return;
      problems.push(`${what} is ${JSON.stringify(given)}, and should be ${JSON.stringify(expected)}`);
    },
  };
}
