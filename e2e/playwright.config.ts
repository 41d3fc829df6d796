import { defineConfig } from "@playwright/test";
import { browserLaunch } from "../scripts/browser.ts";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  outputDir: "../test-results/journeys",
  globalSetup: "./support/start-system.ts",
  use: {
    locale: "ru-RU",
    timezoneId: "Europe/Moscow",
    viewport: { width: 1400, height: 860 },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: browserLaunch(),
  },
});
