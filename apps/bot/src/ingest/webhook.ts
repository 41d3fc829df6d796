import { createHash, timingSafeEqual } from "node:crypto";
import type { Update } from "@stsphera/telegram";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";

const MAX_BODY = 1024 * 1024;

const updateShape = z.looseObject({ update_id: z.int().nonnegative() });

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** True for the right secret; compares in constant time. */
export function isSecret(given: string | undefined, secret: string): boolean {
  return timingSafeEqual(digest(given ?? ""), digest(secret)) && given !== undefined && secret !== "";
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export type WebhookDeps = {
  secret: string;
  receive: (updates: readonly Update[]) => Promise<void>;
  warn: (message: string, error: unknown) => void;
};

/** Endpoint to which Telegram pushes updates. It answers once they are stored, before they are processed. */
export function createWebhook(deps: WebhookDeps): Hono {
  const app = new Hono();
  app.use("/telegram/webhook", async (c, next) => {
    if (isSecret(c.req.header("x-telegram-bot-api-secret-token"), deps.secret)) return next();
    return c.json({ ok: false }, 401);
  });
  app.post(
    "/telegram/webhook",
    bodyLimit({ maxSize: MAX_BODY, onError: (c) => c.json({ ok: false }, 413) }),
    async (c) => {
      const update = updateShape.safeParse(readJson(await c.req.text()));
      if (!update.success) return c.json({ ok: false }, 400);
      try {
        await deps.receive([update.data as unknown as Update]);
      } catch (error) {
        deps.warn("an update was not written down", error);
        return c.json({ ok: false }, 503);
      }
      return c.json({ ok: true });
    },
  );
  return app;
}
