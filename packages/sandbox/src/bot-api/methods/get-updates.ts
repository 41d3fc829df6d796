import { conflict } from "../errors.ts";
import { readAllowedUpdates } from "../updates/allowed-updates.ts";
import type { Method } from "./method.ts";

const timeoutLimit = 50;

export const getUpdates: Method = {
  parameters: ["offset", "limit", "timeout", "allowed_updates"],
  run(world, input, signal) {
    if (world.webhook.current()) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    if (input.has("allowed_updates")) world.updates.allow(readAllowedUpdates(input));
    return world.poller.poll({
      offset: input.integer("offset") ?? 0,
      limit: Math.min(100, Math.max(1, input.integer("limit") ?? 100)),
      timeoutMs: Math.min(timeoutLimit, Math.max(0, input.integer("timeout") ?? 0)) * 1000,
      signal,
    });
  },
};
