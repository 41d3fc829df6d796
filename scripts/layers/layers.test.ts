import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { environmentProblems } from "./environment.ts";
import { importProblems } from "./imports.ts";
import { sourceFiles } from "./source-files.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const rules = join(import.meta.dirname, "../../.dependency-cruiser.cjs");
const temporary = mkdtempSync(join(tmpdir(), "layers-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const names = ["rbac", "contracts", "schedule", "db", "core", "service", "storage", "telegram", "sandbox"];

function write(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A small tree shaped like the product: packages can be imported by name, as in the workspace. */
function makeTree(purpose: string): string {
  const folder = join(temporary, purpose);
  mkdirSync(join(folder, "node_modules/@stsphera"), { recursive: true });
  const dependencies = Object.fromEntries(names.map((name) => [`@stsphera/${name}`, "workspace:*"]));
  for (const name of names) {
    const exports = { ".": "./src/index.ts", "./client": "./src/client.ts", "./testing": "./src/testing.ts" };
    write(join(folder, "packages", name), {
      "package.json": JSON.stringify({ name: `@stsphera/${name}`, type: "module", exports, dependencies }),
      "src/index.ts": `export const ${name} = 1;\n`,
      "src/client.ts": `export const client = 1;\n`,
      "src/testing.ts": `export const helper = 1;\n`,
      "src/inner.ts": `export const inner = 1;\n`,
    });
    symlinkSync(join(folder, "packages", name), join(folder, "node_modules/@stsphera", name));
  }
  for (const name of ["api", "bot", "scheduler", "miniapp"]) {
    write(join(folder, "apps", name), {
      "package.json": JSON.stringify({ name: `@stsphera/${name}`, type: "module", dependencies }),
      "src/main.ts": `import { core } from "@stsphera/core";\nimport { rbac } from "@stsphera/rbac";\nexport default [core, rbac];\n`,
    });
  }
  write(join(folder, "apps/miniapp"), { "src/main.ts": `export { rbac } from "@stsphera/rbac";\n` });
  write(join(folder, "packages/core/src"), {
    "platform/audit/index.ts": `export { rows } from "./rows.ts";\n`,
    "platform/audit/rows.ts": `export const rows = 1;\n`,
    "domains/facts/index.ts": `export { enter } from "./enter.ts";\n`,
    "domains/facts/enter.ts": `import { command } from "../../kernel/command.ts";\nexport const enter = command;\n`,
    "kernel/command.ts": `import { client } from "@stsphera/db/client";\nexport const command = client;\n`,
    "domains/objects/index.ts": `import { enter } from "../facts/index.ts";\nexport const list = enter;\n`,
  });
  return folder;
}

const allowed: Record<string, string> = {
  "packages/core/src/domains/facts/enter.db.test.ts": 'import "@stsphera/db/testing";',
  "apps/api/src/env.ts": "export const url = process.env.URL;",
  "apps/bot/src/ingest/store.ts": 'import "@stsphera/db/client";',
  "apps/bot/src/service/log.ts": 'import "@stsphera/service";',
  "apps/scheduler/src/jobs/relay.ts": 'import "@stsphera/db";',
};

const forbidden: [rule: string, path: string, text: string][] = [
  ["rbac imports nothing", "packages/rbac/src/reader.ts", 'import "node:fs";'],
  ["contracts import rbac and zod", "packages/contracts/src/rows.ts", 'import "@stsphera/db";'],
  ["db imports vocabularies and rbac", "packages/db/src/verbs.ts", 'import "@stsphera/core";'],
  ["core imports db", "packages/core/src/stand-in.ts", 'import "@stsphera/sandbox";'],
  ["packages know no app", "packages/core/src/upwards.ts", 'import "../../../apps/api/src/main.ts";'],
  ["storage imports contracts", "packages/storage/src/typed.ts", 'import type { db } from "@stsphera/db";'],
  ["service imports contracts", "packages/service/src/database.ts", 'import "@stsphera/db";'],
  ["core imports db", "packages/core/src/log.ts", 'import "@stsphera/service";'],
  ["the sandbox imports telegram alone", "packages/sandbox/src/roles.ts", 'import "@stsphera/rbac";'],
  ["no SQL in a transport", "apps/api/src/routes/facts.ts", 'import "@stsphera/db/client";'],
  ["the database is opened in main", "apps/bot/src/features.ts", 'import "@stsphera/db/client";'],
  ["schedule imports rbac", "packages/schedule/src/templates/rows.ts", 'import "@stsphera/db";'],
  [
    "the schedule's engine imports nothing",
    "packages/schedule/src/engine/owners.ts",
    'import "@stsphera/rbac";',
  ],
  [
    "the Mini App imports contracts, rbac and schedule",
    "apps/miniapp/src/server.ts",
    'import "@stsphera/core";',
  ],
  ["the Mini App runs in a browser", "apps/miniapp/src/files.ts", 'import "node:fs";'],
  ["an app knows no other app", "apps/bot/src/neighbour.ts", 'import "../../api/src/main.ts";'],
  ["a feature imports itself", "apps/bot/src/features/facts/card.ts", 'import "../tasks/card.ts";'],
  ["no deep imports", "packages/core/src/path.ts", 'import "../../db/src/inner.ts";'],
  ["imports resolve", "packages/core/src/subpath.ts", 'import "@stsphera/db/src/inner.ts";'],
  [
    "a domain of core reaches another",
    "packages/core/src/domains/objects/deep.ts",
    'import "../facts/enter.ts";',
  ],
  ["the kernel knows neither", "packages/core/src/kernel/facts.ts", 'import "../domains/facts/index.ts";'],
  [
    "the platform knows no domain",
    "packages/core/src/platform/audit/facts.ts",
    'import "../../domains/facts/index.ts";',
  ],
  [
    "a part of the platform is reached by its index",
    "packages/core/src/domains/objects/history.ts",
    'import "../../platform/audit/rows.ts";',
  ],
  ["no test helpers", "packages/core/src/helped.ts", 'import "@stsphera/db/testing";'],
  ["no cycles", "packages/core/src/ring-one.ts", 'import "./ring-two.ts";'],
  ["process.env outside env.ts", "packages/core/src/settings.ts", "export const url = process.env.URL;"],
];

async function problemsOf(folder: string): Promise<string[]> {
  const files = sourceFiles(folder);
  return [...(await importProblems(folder, rules, files)), ...environmentProblems(folder, files)];
}

test("a tree with allowed imports passes, tests and main files included", async () => {
  const tree = makeTree("green");
  write(tree, allowed);
  expect(await problemsOf(tree)).toEqual([]);
});

test("a file that was not analysed fails the check", async () => {
  const tree = makeTree("unseen");
  const files = [...sourceFiles(tree), "packages/core/src/unseen.ts"];
  const problems = await importProblems(tree, rules, files);
  expect(problems).toEqual(["the import check did not look at packages/core/src/unseen.ts"]);
});

describe("a forbidden import fails the check:", () => {
  let problems: string[];

  beforeAll(async () => {
    const tree = makeTree("red");
    write(tree, Object.fromEntries(forbidden.map(([, path, text]) => [path, text])));
    write(tree, {
      "packages/core/src/ring-two.ts": 'import "./ring-one.ts";',
      "apps/bot/src/features/tasks/card.ts": "export {};",
    });
    problems = await problemsOf(tree);
  });

  test.for(forbidden)("%s (%s)", ([rule, path]) => {
    expect(problems.filter((problem) => problem.includes(path)).join("\n")).toContain(rule);
  });
});
