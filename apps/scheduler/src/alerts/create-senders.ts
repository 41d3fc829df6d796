import type { AlertWay } from "@stsphera/contracts/vocabulary";
import type { AlertSender } from "@stsphera/core/watch";
import { createMailSender } from "./mail.ts";
import type { AlertSettings } from "./settings.ts";
import { createWebhookSender } from "./webhook.ts";

export type Senders = Readonly<Partial<Record<AlertWay, AlertSender>>>;

/** A sender for every way that has settings. */
export function createSenders(
  { mail, webhook }: Pick<AlertSettings, "mail" | "webhook">,
  { now }: { now: () => Date },
): Senders {
  return {
    ...(mail === null ? {} : { mail: createMailSender(mail) }),
    ...(webhook === null ? {} : { webhook: createWebhookSender(webhook, { now }) }),
  };
}
