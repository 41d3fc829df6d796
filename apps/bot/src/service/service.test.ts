import { expect, test } from "vitest";
import { createHealth } from "./health.ts";
import { createLogger } from "./logger.ts";
import { createMetrics } from "./metrics.ts";
import { createPrivacyPage } from "./privacy-page.ts";

const TOKEN = "7000000001:AAStsphera-test-vector-token-000000";

test("never-again 18: the token stands in no line of the log", () => {
  const lines: string[] = [];
  const log = createLogger({
    level: "info",
    secrets: ["a-webhook-secret"],
    destination: { write: (line) => lines.push(line) },
  });
  const cause = new Error(`connect https://api.telegram.org/bot${TOKEN}/getMe with a-webhook-secret`);
  log.warn({ err: new Error(`failed for ${TOKEN}`, { cause }), url: `/bot${TOKEN}/getMe` }, TOKEN);
  log.error({ err: Object.assign(new Error("values ('+79161234567')"), { query: "insert" }) });
  expect(lines).toHaveLength(2);
  expect(lines.join("")).not.toMatch(/AAStsphera|a-webhook-secret|79161234567/);
});

test("is ready while it works and the database answers", async () => {
  const state = { waiting: 3 as number | null, working: true };
  const metrics = createMetrics();
  metrics.count("received", 4);
  const app = createHealth({
    metrics,
    waitingUpdates: async () => state.waiting,
    isWorking: () => state.working,
  });
  expect((await app.request("/healthz")).status).toBe(200);
  expect((await app.request("/readyz")).status).toBe(200);
  expect(await (await app.request("/metrics")).text()).toContain('bot_updates_total{event="received"} 4');
  state.waiting = null;
  expect((await app.request("/readyz")).status).toBe(503);
  expect(await (await app.request("/metrics")).text()).toContain("database_up 0");
  Object.assign(state, { waiting: 0, working: false });
  expect((await app.request("/readyz")).status).toBe(503);
});

test("the page of the consent speaks the reader's language", async () => {
  const app = createPrivacyPage();
  const russian = await app.request("/telegram/privacy");
  expect(await russian.text()).toContain("Что хранится и зачем");
  const english = await app.request("/telegram/privacy", {
    headers: { "accept-language": "en-GB,en;q=0.8" },
  });
  expect(await english.text()).toContain("What is kept and why");
});
