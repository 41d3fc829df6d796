type Names = Readonly<Record<string, string | undefined>>;

export type Environment = {
  production: boolean;
  host: string;
  port: number;
  logLevel: string;
  databaseUrl: string;
  databaseConnections: number;
  botToken: string;
  /** Address of the Bot API without a path. */
  apiRoot: string;
  mode: "polling" | "webhook";
  webhookSecret: string;
  /** Public address of the Mini App, without a slash at its end. */
  publicUrl: string;
  /** Telegram ids, as decimal strings, that become admins when they first come. */
  adminTelegramIds: ReadonlySet<string>;
  /** Whom people may write to, `@name`; null where nobody is named. */
  support: string | null;
  sandboxClock: boolean;
};

const MIN_SECRET = 16;
const SECRET = /^[\w-]{1,256}$/;
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
    const text = env[name] ?? "";
    const value = text === "" ? fallback : Number(text);
    if (Number.isInteger(value) && value >= 1 && value <= max) return value;
    problems.push(`${name} must be a whole number from 1 to ${max}`);
    return fallback;
  };

  const mode = env["BOT_MODE"] || "polling";
  if (mode !== "polling" && mode !== "webhook") problems.push("BOT_MODE must be polling or webhook");
  const read: Environment = {
    production,
    host: env["HOST"] || (production ? "0.0.0.0" : "127.0.0.1"),
    port: number("PORT", 3002, 65_535),
    logLevel: env["LOG_LEVEL"] || "info",
    databaseUrl: required("DATABASE_URL"),
    databaseConnections: number("DATABASE_CONNECTIONS", 8, 200),
    botToken: required("TELEGRAM_BOT_TOKEN"),
    apiRoot: env["TELEGRAM_API_ROOT"] || "https://api.telegram.org",
    mode: mode === "webhook" ? "webhook" : "polling",
    webhookSecret: required("WEBHOOK_SECRET"),
    publicUrl: required("PUBLIC_URL").replace(/\/+$/, ""),
    adminTelegramIds: new Set((env["ADMIN_TELEGRAM_IDS"] ?? "").split(/[\s,]+/).filter((id) => id !== "")),
    support: env["SUPPORT_USERNAME"] || null,
    sandboxClock: env["SANDBOX_CLOCK"] === "1",
  };
  if (read.webhookSecret !== "" && !SECRET.test(read.webhookSecret)) {
    problems.push("WEBHOOK_SECRET may hold letters, digits, _ and - alone");
  }
  if (production) problems.push(...productionProblems(read));
  if (problems.length > 0) throw new Error(`The bot does not start: ${[...new Set(problems)].join("; ")}.`);
  return read;
}

/** Why these settings may not serve real people. Values are never part of a reason. */
function productionProblems(read: Environment): string[] {
  const problems: string[] = [];
  if (read.botToken.startsWith(STAND_IN_BOT)) problems.push("TELEGRAM_BOT_TOKEN belongs to the stand-in");
  if (read.webhookSecret.length < MIN_SECRET) {
    problems.push(`WEBHOOK_SECRET must have ${MIN_SECRET} characters or more`);
  }
  if (/^(dev|development|test|sandbox|local)[-_.:]/i.test(read.webhookSecret)) {
    problems.push("WEBHOOK_SECRET was made for development");
  }
  if (read.sandboxClock) problems.push("SANDBOX_CLOCK is for development only");
  if (!read.publicUrl.startsWith("https://")) problems.push("PUBLIC_URL must begin with https://");
  return problems;
}
