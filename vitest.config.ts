import { defineConfig } from "vitest/config";

// A slow machine is no failure: the limits below only end what hangs.
const databaseTests = "**/*.db.test.ts";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "packages/*/src/**/*.test.{ts,tsx}",
            "apps/*/src/**/*.test.{ts,tsx}",
            "scripts/**/*.test.ts",
            "e2e/reliability/**/*.test.ts",
          ],
          exclude: ["**/node_modules/**", "**/dist/**", databaseTests],
          maxWorkers: 2,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "db",
          include: [databaseTests],
          exclude: ["**/node_modules/**", "**/dist/**"],
          globalSetup: "scripts/testing/database-setup.ts",
          pool: "forks",
          maxWorkers: 2,
          hookTimeout: 60_000,
          testTimeout: 60_000,
        },
      },
    ],
  },
});
