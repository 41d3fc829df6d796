import {
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
} from "@stsphera/service";

import { alertProblems, alertSettings, type AlertSettings, alertShape } from "./alerts/settings.ts";

export type Environment = ProcessSettings & {
  botToken: string;
  /** Address of the Bot API without a path. */
  apiRoot: string;
  /** Public address of the Mini App, without a trailing slash. */
  publicUrl: string;
  storage: StorageSettings;
  alerts: AlertSettings;
};

/** The settings, by name. */
export const shape = {
  ...processShape(3003),
  TELEGRAM_BOT_TOKEN: required,
  TELEGRAM_API_ROOT: telegramApiRoot,
  PUBLIC_URL: publicUrl,
  ...storageShape,
  ...alertShape,
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
    storage: storageSettings(given),
    alerts: alertSettings(given, settings.production),
  };
}
