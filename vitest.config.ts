import { defineConfig } from "vitest/config";
import { withOwnRegistry } from "./scripts/testing/own-registry.ts";

const unitTests = [
  "packages/*/src/**/*.test.{ts,tsx}",
  "apps/*/src/**/*.test.{ts,tsx}",
  "scripts/**/*.test.ts",
  "infra/**/*.test.ts",
  "e2e/reliability/**/*.test.ts",
];
const databaseTests = "**/*.db.test.ts";
const built = ["**/node_modules/**", "**/dist/**"];
const replacing = withOwnRegistry(unitTests, [...built, databaseTests]);

// Files share a process and its modules: loading them anew for each file took more time than the tests did.
// A slow machine is no failure: the limits below only end what hangs.
export default defineConfig({
  test: {
    isolate: false,
    maxWorkers: 2,
    setupFiles: ["scripts/testing/forget-globals.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: unitTests,
          exclude: [...built, databaseTests, ...replacing],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { name: "unit-isolated", include: replacing, isolate: true, testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: [databaseTests],
          exclude: built,
          globalSetup: "scripts/testing/database-setup.ts",
          setupFiles: ["scripts/testing/no-database-left.ts"],
          pool: "forks",
          hookTimeout: 300_000,
          testTimeout: 300_000,
        },
      },
    ],
  },
});
