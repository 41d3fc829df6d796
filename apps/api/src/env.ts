import { productionSecretProblems } from "./secret-rules.ts";

type Names = Readonly<Record<string, string | undefined>>;

export type Environment = {
  production: boolean;
  host: string;
  port: number;
  logLevel: string;
  databaseUrl: string;
  databaseConnections: number;
  botToken: string;
  jwtSecret: string;
  /** Telegram ids, as decimal strings, that become admins when they first come. */
  adminTelegramIds: ReadonlySet<string>;
  /** Addresses and networks of proxies whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[];
  storage: {
    endpoint: string;
    publicEndpoint: string;
    bucket: string;
    accessKey: string;
    secretKey: string;
  };
  sandboxClock: boolean;
};

const LOOPBACK = "127.0.0.0/8,::1";

/** Reads the settings of the process. Throws, naming every missing or unfit one, before anything is opened. */
export function readEnvironment(env: Names = process.env): Environment {
  const production = env["NODE_ENV"] !== "development" && env["NODE_ENV"] !== "test";
  const problems: string[] = [];
  const required = (name: string): string => {
    const value = env[name] ?? "";
    if (value === "") problems.push(`${name} is not set`);
    return value;
  };
  const number = (name: string, fallback: number, max: number): number => {
    const text = env[name] ?? "";
    const value = text === "" ? fallback : Number(text);
    if (Number.isInteger(value) && value >= 1 && value <= max) return value;
    problems.push(`${name} must be a whole number from 1 to ${max}`);
    return fallback;
  };

  const read: Environment = {
    production,
    host: env["HOST"] || (production ? "0.0.0.0" : "127.0.0.1"),
    port: number("PORT", 3001, 65_535),
    logLevel: env["LOG_LEVEL"] || "info",
    databaseUrl: required("DATABASE_URL"),
    databaseConnections: number("DATABASE_CONNECTIONS", 8, 200),
    botToken: required("TELEGRAM_BOT_TOKEN"),
    jwtSecret: required("JWT_SECRET"),
    adminTelegramIds: new Set(list(env["ADMIN_TELEGRAM_IDS"])),
    trustedProxies: list(env["TRUSTED_PROXIES"] || LOOPBACK),
    storage: {
      endpoint: required("S3_ENDPOINT"),
      publicEndpoint: env["S3_PUBLIC_ENDPOINT"] || required("S3_ENDPOINT"),
      bucket: required("S3_BUCKET"),
      accessKey: required("S3_ACCESS_KEY"),
      secretKey: required("S3_SECRET_KEY"),
    },
    sandboxClock: env["SANDBOX_CLOCK"] === "1",
  };
  if (production) problems.push(...productionSecretProblems(env));
  for (const id of read.adminTelegramIds) {
    if (!/^[1-9]\d{0,15}$/.test(id))
      problems.push("ADMIN_TELEGRAM_IDS must be Telegram ids separated by commas");
  }
  if (problems.length > 0) throw new Error(`The API does not start: ${[...new Set(problems)].join("; ")}.`);
  return read;
}

function list(text: string | undefined): string[] {
  return (text ?? "").split(/[\s,]+/).filter((part) => part !== "");
}
