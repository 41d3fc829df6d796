import { Hono } from "hono";
import { createWebhook, type WebhookDeps } from "./ingest/webhook.ts";
import { createHealth, type HealthDeps } from "./service/health.ts";
import { createPrivacyPage } from "./service/privacy-page.ts";

export type AppDeps = WebhookDeps & HealthDeps;

/** Everything this process answers over HTTP. */
export function createApp(deps: AppDeps): Hono {
  const app = new Hono();
  app.route("/", createHealth(deps));
  app.route("/", createPrivacyPage());
  app.route("/", createWebhook(deps));
  app.onError((error, c) => {
    deps.warn("a request failed", error);
    return c.json({ ok: false }, 500);
  });
  return app;
}
