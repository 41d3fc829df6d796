import {
  type Names,
  processSettings,
  type ProcessSettings,
  processShape,
  publicUrl,
  readEnvironment as read,
  required,
  secretsInUrl,
  storageSettings,
  type StorageSettings,
  storageShape,
  telegramApiRoot,
} from "@stsphera/service";
import { z } from "zod";
import {
  alertProblems,
  alertSettings,
  type AlertSettings,
  alertShape,
  secretsOfAlerts,
} from "./alerts/settings.ts";
import { pushSettings, type PushSettings, pushShape } from "./push/settings.ts";

export type Environment = ProcessSettings & {
  botToken: string;
  /** Address of the Bot API without a path. */
  apiRoot: string;
  /** Public address of the Mini App, without a trailing slash. */
  publicUrl: string;
  /** The bot's username for links in groups; Telegram is asked when it is not set. */
  botUsername: string | undefined;
  /** The Mini App's short name in such links. */
  appShortName: string;
  storage: StorageSettings;
  alerts: AlertSettings;
  /** Null: browsers do not ring. */
  push: PushSettings | null;
};

/** The settings, by name. */
export const shape = {
  ...processShape(3003),
  TELEGRAM_BOT_TOKEN: required,
  TELEGRAM_API_ROOT: telegramApiRoot,
  PUBLIC_URL: publicUrl,
  BOT_USERNAME: z
    .string()
    .regex(/^\w{3,32}$/, "must be the bot's name without the @")
    .optional(),
  MINIAPP_SHORT_NAME: z
    .string()
    .regex(/^\w{3,30}$/, "must be the short name given to @BotFather")
    .default("app"),
  ...storageShape,
  ...alertShape,
  ...pushShape,
};

/** Reads the settings of the process. Throws, naming every missing or invalid one, before anything is opened. */
export function readEnvironment(env: Names = process.env): Environment {
  const given = read(shape, env, alertProblems);
  const settings = processSettings(given);
  return {
    ...settings,
    botToken: given.TELEGRAM_BOT_TOKEN,
    apiRoot: given.TELEGRAM_API_ROOT,
    publicUrl: given.PUBLIC_URL,
    botUsername: given.BOT_USERNAME,
    appShortName: given.MINIAPP_SHORT_NAME,
    storage: storageSettings(given),
    alerts: alertSettings(given, settings.production),
    push: pushSettings(given, given.PUBLIC_URL),
  };
}

/** What never appears in a log. */
export const secretsOf = ({ botToken, storage, databaseUrl, alerts, push }: Environment): string[] => [
  botToken,
  storage.accessKey,
  storage.secretKey,
  ...secretsInUrl(databaseUrl),
  ...secretsOfAlerts(alerts),
  ...(push === null ? [] : [push.privateKey]),
];
