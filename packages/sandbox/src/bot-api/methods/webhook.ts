import { badRequest } from "../errors.ts";
import { isHttpsOrLoopback } from "../markup/urls.ts";
import { readAllowedUpdates } from "../updates/allowed-updates.ts";
import type { Method } from "./method.ts";

export const setWebhook: Method = {
  parameters: [
    "url",
    "certificate",
    "ip_address",
    "max_connections",
    "allowed_updates",
    "drop_pending_updates",
    "secret_token",
  ],
  run(world, input) {
    const url = input.text("url") ?? "";
    const secret = input.text("secret_token") ?? "";
    if (url !== "" && !isHttpsOrLoopback(url)) {
      throw badRequest("bad webhook: HTTPS url must be provided for webhook");
    }
    if (secret.length > 256) throw badRequest("secret token is too long");
    if (!/^[\w-]*$/.test(secret)) throw badRequest("secret token contains unallowed characters");
    world.store.transaction(() => {
      if (input.flag("drop_pending_updates")) world.updates.clear();
      if (input.has("allowed_updates")) world.updates.allow(readAllowedUpdates(input));
      world.webhook.set(
        url === ""
          ? undefined
          : {
              url,
              secret,
              maxConnections: Math.min(100, Math.max(1, input.integer("max_connections") ?? 40)),
            },
      );
    });
    return true;
  },
};

export const deleteWebhook: Method = {
  parameters: ["drop_pending_updates"],
  run(world, input) {
    if (input.flag("drop_pending_updates")) world.updates.clear();
    world.webhook.set(undefined);
    return true;
  },
};
