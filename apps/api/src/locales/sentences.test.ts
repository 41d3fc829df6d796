import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { textsOf } from "./choose.ts";

const packages = fileURLToPath(new URL("../../../../packages", import.meta.url));
const sources = globSync(["core/src/**/*.ts", "contracts/src/**/*.ts"], { cwd: packages }).filter(
  (path) => !/\.test\.ts$|testing\//.test(path),
);

/** Keys of sentences as they stand in the code that refuses. */
const PATTERNS = [
  /sentence: "([a-z_]+)"/g,
  /invalidField\(\s*[^,]+,\s*"([a-z_]+)"/g,
  /forbidden\("[a-z_.]+",\s*"([a-z_]+)"\)/g,
  /error: "([a-z_]+)"/g,
];

test("every reason that core or a contract may give has words in both languages", () => {
  const keys = new Set<string>();
  for (const path of sources) {
    const text = readFileSync(`${packages}/${path}`, "utf8");
    for (const pattern of PATTERNS)
      for (const [, key] of text.matchAll(pattern)) if (key !== undefined) keys.add(key);
  }
  expect(keys.size).toBeGreaterThan(40);
  for (const locale of ["ru", "en"] as const) {
    const { sentences, reasons } = textsOf(locale);
    const silent = [...keys].filter((key) => !(key in sentences) && !(key in reasons));
    expect(silent, locale).toEqual([]);
  }
});
