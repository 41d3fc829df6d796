import type { Database } from "@stsphera/db";
import type { Registered } from "./registered.ts";

/** What features know about the installation. Database access goes through verbs only. */
export type Services = {
  db: Database;
  publicUrl: string;
  /** False when Telegram would refuse `web_app` buttons because the address is not https. */
  webApps: boolean;
  adminTelegramIds: ReadonlySet<string>;
  /** `@name` of the support contact, if configured. */
  support: string | null;
  /** The bot's username, without `@`. */
  botUsername: string;
  registered: Registered;
  warn: (message: string, error: unknown) => void;
};
