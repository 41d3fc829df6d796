import { expect, test } from "vitest";
import { createMetrics } from "./metrics.ts";
import { createPrivacyPage } from "./privacy-page.ts";

test("counts updates, and those that wait while the database answers", async () => {
  const metrics = createMetrics();
  metrics.count("received", 4);
  const { body } = await metrics.expose({ waitingUpdates: 3 });
  expect(body).toContain('bot_updates_total{event="received"} 4');
  expect(body).toContain("bot_updates_waiting 3");
  expect(body).toContain("database_up 1");
  expect((await metrics.expose(null)).body).toContain("database_up 0");
});

test("the consent page uses the reader's language", async () => {
  const app = createPrivacyPage();
  const russian = await app.request("/telegram/privacy");
  expect(await russian.text()).toContain("Что хранится и зачем");
  const english = await app.request("/telegram/privacy", {
    headers: { "accept-language": "en-GB,en;q=0.8" },
  });
  expect(await english.text()).toContain("What is kept and why");
});
