import {
  listed,
  type Names,
  processSettings,
  type ProcessSettings,
  processShape,
  publicUrl,
  readEnvironment as read,
  required,
  storageSettings,
  type StorageSettings,
  storageShape,
  telegramApiRoot,
  telegramIds,
} from "@stsphera/service";
import { z } from "zod";

export type Environment = ProcessSettings & {
  botToken: string;
  /** Address of the Bot API without a path. */
  apiRoot: string;
  /** The bot's username for t.me links; Telegram is asked when it is not set. */
  botUsername: string | undefined;
  jwtSecret: string;
  /** Telegram ids, as decimal strings, that become admins when they register. */
  adminTelegramIds: ReadonlySet<string>;
  /** Addresses and networks of proxies whose X-Forwarded-For is trusted. */
  trustedProxies: readonly string[];
  storage: StorageSettings;
  /** Address of the Mini App, for links and as the only origin of its pages. */
  publicUrl: string;
  /** Host to which passkeys belong; changing it makes every passkey useless. */
  passkeyHost: string;
};

const LOOPBACK = ["127.0.0.0/8", "::1"];
const username = z.string().regex(/^\w{3,32}$/, "must be the bot's name without the @");
const host = z.string().regex(/^[a-z0-9.-]+$/, "must be a host without port and path");
/** The settings, by name. */
export const shape = {
  ...processShape(3001),
  TELEGRAM_BOT_TOKEN: required,
  TELEGRAM_API_ROOT: telegramApiRoot,
  BOT_USERNAME: username.optional(),
  JWT_SECRET: required,
  ADMIN_TELEGRAM_IDS: telegramIds,
  TRUSTED_PROXIES: listed,
  PUBLIC_URL: publicUrl,
  PASSKEY_HOST: host.optional(),
  ...storageShape,
};

/** Reads the settings of the process. Throws, naming every missing or invalid one, before anything is opened. */
export function readEnvironment(env: Names = process.env): Environment {
  const given = read(shape, env);
  const { TRUSTED_PROXIES: proxies } = given;
  return {
    ...processSettings(given),
    botToken: given.TELEGRAM_BOT_TOKEN,
    apiRoot: given.TELEGRAM_API_ROOT,
    botUsername: given.BOT_USERNAME,
    jwtSecret: given.JWT_SECRET,
    adminTelegramIds: given.ADMIN_TELEGRAM_IDS,
    trustedProxies: proxies.length === 0 ? LOOPBACK : proxies,
    storage: storageSettings(given),
    publicUrl: given.PUBLIC_URL,
    passkeyHost: given.PASSKEY_HOST ?? new URL(given.PUBLIC_URL).hostname,
  };
}
