import type { Database } from "@stsphera/db";
import type { Registered } from "./registered.ts";

/** What features know of the installation. The database goes into the context of verbs and nowhere else. */
export type Services = {
  db: Database;
  publicUrl: string;
  /** False when Telegram would refuse `web_app` buttons: it takes https addresses alone. */
  webApps: boolean;
  adminTelegramIds: ReadonlySet<string>;
  /** `@name` of the support, if there is one. */
  support: string | null;
  /** The bot's own name, without `@`. */
  botUsername: string;
  registered: Registered;
  warn: (message: string, error: unknown) => void;
};
