import { z } from "zod";
import { isProduction } from "./environment.ts";

const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** A required text. */
export const required = z.string("is not set");

const address = (...protocols: string[]) => {
  const begins = protocols.map((protocol) => `${protocol}://`);
  return (value: string) => URL.canParse(value) && begins.some((begin) => value.startsWith(begin));
};
const http = required.refine(address("http", "https"), "must be an address of http:// or https://");

const whole = (fallback: number, most: number, least = 1) => {
  const message = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message).default(fallback);
};

/** Texts separated by commas or spaces. */
export const listed = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ""));

/** Telegram ids, as decimal strings. */
export const telegramIds = listed
  .refine((ids) => ids.every((id) => /^[1-9]\d{0,15}$/.test(id)), "must be Telegram ids separated by commas")
  .transform((ids): ReadonlySet<string> => new Set(ids));

/** URL of the Bot API without a path. */
export const telegramApiRoot = http.default("https://api.telegram.org");

/** Public URL of the Mini App, without a trailing slash. */
export const publicUrl = http.transform((url) => url.replace(/\/+$/, ""));

/** Settings of every process: address, log, database, clock. */
export const processShape = (port: number) => ({
  NODE_ENV: z.string().optional(),
  HOST: z.string().optional(),
  PORT: whole(port, 65_535),
  LOG_LEVEL: z.enum(LEVELS, `must be one of ${LEVELS.join(", ")}`).default("info"),
  DATABASE_URL: required.refine(address("postgres", "postgresql"), "must be an address of postgres://"),
  DATABASE_CONNECTIONS: whole(8, 200),
  DRAIN_MS: whole(0, 10_000, 0),
  SANDBOX_CLOCK: z.string().optional(),
});

type ProcessRead = z.output<z.ZodObject<ReturnType<typeof processShape>>>;
export type ProcessSettings = ReturnType<typeof processSettings>;

export function processSettings(read: ProcessRead) {
  const production = isProduction(read.NODE_ENV);
  return {
    production,
    host: read.HOST ?? (production ? "0.0.0.0" : "127.0.0.1"),
    port: read.PORT,
    logLevel: read.LOG_LEVEL,
    databaseUrl: read.DATABASE_URL,
    databaseConnections: read.DATABASE_CONNECTIONS,
    /** How long a stopping process serves on while it says that it is not ready. */
    drainMs: read.DRAIN_MS,
    sandboxClock: read.SANDBOX_CLOCK === "1",
  };
}

/** The object store, and its URL for browsers if different. */
export const storageShape = {
  S3_ENDPOINT: http,
  S3_PUBLIC_ENDPOINT: http.optional(),
  S3_BUCKET: required,
  S3_ACCESS_KEY: required,
  S3_SECRET_KEY: required,
};

type StorageRead = z.output<z.ZodObject<typeof storageShape>>;
export type StorageSettings = ReturnType<typeof storageSettings>;

export function storageSettings(read: StorageRead) {
  return {
    endpoint: read.S3_ENDPOINT,
    publicEndpoint: read.S3_PUBLIC_ENDPOINT ?? read.S3_ENDPOINT,
    bucket: read.S3_BUCKET,
    accessKey: read.S3_ACCESS_KEY,
    secretKey: read.S3_SECRET_KEY,
  };
}
