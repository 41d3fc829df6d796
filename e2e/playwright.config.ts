import { defineConfig } from "@playwright/test";
import { browserLaunch } from "../scripts/browser.ts";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  // Each worker has a system of its own; a journey mostly waits for a screen or a message.
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  outputDir: "../test-results/journeys",
  use: {
    locale: "ru-RU",
    timezoneId: "Europe/Moscow",
    viewport: { width: 1400, height: 860 },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: browserLaunch(),
  },
});
