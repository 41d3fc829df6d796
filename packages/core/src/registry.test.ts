import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COMMANDS, QUERIES } from "./registry.ts";

const here = import.meta.dirname;
const registered = readFileSync(join(here, "verbs.ts"), "utf8");

const partsOf = (folder: string): string[] =>
  readdirSync(join(here, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("verbs.ts"))
    .map((path) => `./${folder}/${path.replaceAll("\\", "/")}`);

test("everything that has verbs is registered and published", () => {
  const parts = [...partsOf("domains"), ...partsOf("platform")];
  expect(parts.length).toBeGreaterThan(10);
  // Verbs of jobs are imported by a path of their own.
  expect(parts.filter((path) => !registered.includes(`"${path}"`))).toEqual([
    "./domains/facts/maintenance/verbs.ts",
  ]);
});

test("every file that defines a verb publishes it", () => {
  const defined = readdirSync(here, { recursive: true, encoding: "utf8" })
    .filter(
      (path) =>
        /^(domains|platform)/.test(path) &&
        path.endsWith(".ts") &&
        !/test|testing|[/\\]card[/\\]|-notification[.]ts$|notices[.]ts$/.test(path),
    )
    .flatMap((path) => [
      ...readFileSync(join(here, path), "utf8").matchAll(/^ +name: "([a-z_]+\.[a-z_]+)",$/gm),
    ])
    .map(([, name]) => name);
  const names = [...COMMANDS, ...QUERIES].map(({ name }) => name);
  expect(new Set(defined)).toEqual(new Set(names));
  expect(new Set(names).size).toBe(names.length);
});
