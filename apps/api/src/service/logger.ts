import { createLogger as create, type Logger, type LogOptions } from "@stsphera/service";

/** The log of the API. */
export function createLogger(options: Omit<LogOptions, "service">): Logger {
  return create({ service: "api", ...options });
}
