import { wantsSandboxClock } from "@stsphera/db/clock";

type Names = Readonly<Record<string, string | undefined>>;

export type Environment = {
  host: string;
  port: number;
  logLevel: string;
  databaseUrl: string;
  databaseConnections: number;
  botToken: string;
  /** Address of the Bot API without a path. */
  apiRoot: string;
  /** Public address of the Mini App. */
  publicUrl: string;
  storage: {
    endpoint: string;
    publicEndpoint: string;
    bucket: string;
    accessKey: string;
    secretKey: string;
  };
  sandboxClock: boolean;
};

const STAND_IN_BOT = "7000000001:";

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
    const value = Number(env[name] || fallback);
    if (Number.isInteger(value) && value >= 1 && value <= max) return value;
    problems.push(`${name} must be a whole number from 1 to ${max}`);
    return fallback;
  };
  const endpoint = required("S3_ENDPOINT");
  const read = {
    host: env["HOST"] || (production ? "0.0.0.0" : "127.0.0.1"),
    port: number("PORT", 3003, 65_535),
    logLevel: env["LOG_LEVEL"] || "info",
    databaseUrl: required("DATABASE_URL"),
    databaseConnections: number("DATABASE_CONNECTIONS", 8, 200),
    botToken: required("TELEGRAM_BOT_TOKEN"),
    apiRoot: env["TELEGRAM_API_ROOT"] || "https://api.telegram.org",
    publicUrl: required("PUBLIC_URL").replace(/\/+$/, ""),
    storage: {
      endpoint,
      publicEndpoint: env["S3_PUBLIC_ENDPOINT"] || endpoint,
      bucket: required("S3_BUCKET"),
      accessKey: required("S3_ACCESS_KEY"),
      secretKey: required("S3_SECRET_KEY"),
    },
  };
  if (production && read.botToken.startsWith(STAND_IN_BOT)) {
    problems.push("TELEGRAM_BOT_TOKEN belongs to the development stand-in");
  }
  if (production && !read.publicUrl.startsWith("https://"))
    problems.push("PUBLIC_URL must begin with https://");
  if (production && env["SANDBOX_CLOCK"] === "1") problems.push("SANDBOX_CLOCK is for development only");
  if (problems.length > 0) throw new Error(`The scheduler does not start: ${problems.join("; ")}.`);
  return { ...read, sandboxClock: wantsSandboxClock(env) };
}
