import {
  type Names,
  processSettings,
  type ProcessSettings,
  processShape,
  publicUrl,
  readEnvironment as read,
  required,
  telegramApiRoot,
  telegramIds,
} from "@stsphera/service";
import { z } from "zod";

export type Environment = ProcessSettings & {
  botToken: string;
  /** Address of the Bot API without a path. */
  apiRoot: string;
  mode: "polling" | "webhook";
  webhookSecret: string;
  /** Public address of the Mini App, without a trailing slash. */
  publicUrl: string;
  /** Telegram ids, as decimal strings, that become admins when they register. */
  adminTelegramIds: ReadonlySet<string>;
  /** `@name` of the support contact; null when there is none. */
  support: string | null;
};

/** The settings, by name. */
export const shape = {
  ...processShape(3002),
  TELEGRAM_BOT_TOKEN: required,
  TELEGRAM_API_ROOT: telegramApiRoot,
  BOT_MODE: z.enum(["polling", "webhook"], "must be polling or webhook").default("polling"),
  WEBHOOK_SECRET: required.regex(/^[\w-]{1,256}$/, "may hold letters, digits, _ and - alone"),
  PUBLIC_URL: publicUrl,
  ADMIN_TELEGRAM_IDS: telegramIds,
  SUPPORT_USERNAME: z.string().optional(),
};

/** Reads the settings of the process. Throws, naming every missing or invalid one, before anything is opened. */
export function readEnvironment(env: Names = process.env): Environment {
  const given = read(shape, env);
  return {
    ...processSettings(given),
    botToken: given.TELEGRAM_BOT_TOKEN,
    apiRoot: given.TELEGRAM_API_ROOT,
    mode: given.BOT_MODE,
    webhookSecret: given.WEBHOOK_SECRET,
    publicUrl: given.PUBLIC_URL,
    adminTelegramIds: given.ADMIN_TELEGRAM_IDS,
    support: given.SUPPORT_USERNAME ?? null,
  };
}
