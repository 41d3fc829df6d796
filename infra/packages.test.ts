import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { packagesIn, packagesOf } from "./packages.ts";

const folder = mkdtempSync(join(tmpdir(), "stsphera-packages-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, manifest: object): void {
  mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, path, "package.json"), JSON.stringify(manifest));
}
put(".pnpm/zod@4/node_modules/zod", { name: "zod", version: "4.1.0", license: "MIT" });
put(".pnpm/@hono+x@1/node_modules/@hono/x", { name: "@hono/x", version: "1.0.0" });
put("copied/sharp", { name: "sharp", version: "0.34.0", license: "Apache-2.0" });
put("copied/@img/sharp-linux-x64", { name: "@img/sharp-linux-x64", version: "0.34.0", license: "MIT" });

test("the packages of modules are named once, without those that are ours", () => {
  const modules = [
    ".pnpm/zod@4/node_modules/zod/v4/index.js",
    ".pnpm/zod@4/node_modules/zod/v4/core.js",
    ".pnpm/@hono+x@1/node_modules/@hono/x/index.js",
    "apps/api/src/main.ts",
  ];
  expect(packagesOf(modules.map((module) => join(folder, "node_modules", "..", module)))).toEqual([
    "zod 4.1.0 MIT",
    "@hono/x 1.0.0 ?",
  ]);
});

test("packages that are copied are listed, those of a scope too", () => {
  expect(packagesIn(join(folder, "copied")).toSorted()).toEqual([
    "@img/sharp-linux-x64 0.34.0 MIT",
    "sharp 0.34.0 Apache-2.0",
  ]);
});
