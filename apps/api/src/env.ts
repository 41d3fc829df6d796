import {
  listed,
  type Names,
  processSettings,
  type ProcessSettings,
  processShape,
  readEnvironment as read,
  required,
  storageSettings,
  type StorageSettings,
  storageShape,
  telegramIds,
} from "@stsphera/service";

export type Environment = ProcessSettings & {
  botToken: string;
  jwtSecret: string;
  /** Telegram ids, as decimal strings, that become admins when they first come. */
  adminTelegramIds: ReadonlySet<string>;
  /** Addresses and networks of proxies whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[];
  storage: StorageSettings;
};

const LOOPBACK = ["127.0.0.0/8", "::1"];
const shape = {
  ...processShape(3001),
  TELEGRAM_BOT_TOKEN: required,
  JWT_SECRET: required,
  ADMIN_TELEGRAM_IDS: telegramIds,
  TRUSTED_PROXIES: listed,
  ...storageShape,
};

/** Reads the settings of the process. Throws, naming every missing or unfit one, before anything is opened. */
export function readEnvironment(env: Names = process.env): Environment {
  const given = read(shape, env);
  const { TRUSTED_PROXIES: proxies } = given;
  return {
    ...processSettings(given),
    botToken: given.TELEGRAM_BOT_TOKEN,
    jwtSecret: given.JWT_SECRET,
    adminTelegramIds: given.ADMIN_TELEGRAM_IDS,
    trustedProxies: proxies.length === 0 ? LOOPBACK : proxies,
    storage: storageSettings(given),
  };
}
