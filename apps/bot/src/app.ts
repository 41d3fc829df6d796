import { createHealth, type Watched } from "@stsphera/service";
import { Hono } from "hono";
import { createWebhook, type WebhookDeps } from "./ingest/webhook.ts";
import { createPrivacyPage } from "./service/privacy-page.ts";
import type { QueueState } from "./service/queue-state.ts";

export type AppDeps = WebhookDeps & Watched<QueueState>;

/** All HTTP endpoints of this process. */
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
