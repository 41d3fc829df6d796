import { isIP } from "node:net";

type Names = Readonly<Record<string, string | undefined>>;

const MIN_LENGTH: Readonly<Record<string, number>> = {
  JWT_SECRET: 32,
  WEBHOOK_SECRET: 16,
  S3_ACCESS_KEY: 8,
  S3_SECRET_KEY: 16,
  BACKUP_S3_ACCESS_KEY: 8,
  BACKUP_S3_SECRET_KEY: 16,
  BACKUP_CIPHER: 32,
  ALERT_WEBHOOK_SECRET: 16,
  VAPID_PRIVATE_KEY: 43,
};
/** Passwords inside database URLs: they are reached from inside the network only. */
const DATABASE_URLS = ["DATABASE_URL", "MIGRATE_DATABASE_URL"] as const;
const MIN_PASSWORD = 12;
const WELL_KNOWN =
  /(secret|password|changeme|change[-_ ]me|default|example|minioadmin|postgres|stsphera|qwerty|12345|sample)/i;
const MADE_FOR_DEVELOPMENT = /^(dev|development|test|sandbox|local)[-_.:]/i;
/** Token prefix of the development stand-in's bot. */
const STAND_IN_BOT = "7000000001:";
const REAL_BOT_TOKEN = /^\d{6,12}:[\w-]{30,64}$/;
/** Prefixes shorter than this trust networks of strangers. */
const SHORTEST_PREFIX = { 4: 8, 6: 7 } as const;

/** Reasons why these settings are not fit for production. Reasons never contain values. */
export function productionSecretProblems(env: Names): string[] {
  return [
    ...(env["NODE_ENV"] === "test" ? ["NODE_ENV=test is for tests only"] : []),
    ...Object.entries(MIN_LENGTH).flatMap(([name, length]) => weakness(name, env[name], length)),
    ...DATABASE_URLS.flatMap((name) =>
      weakness(`the password in ${name}`, passwordIn(env[name]), MIN_PASSWORD),
    ),
    ...sharedSecrets(env),
    ...botProblems(env["TELEGRAM_BOT_TOKEN"] ?? ""),
    ...addressProblems(env),
    ...backupProblems(env),
    ...["SANDBOX_CLOCK", "SANDBOX_DATA", "SANDBOX_PUSH"].flatMap((name) =>
      (env[name] ?? "") === "" ? [] : [`${name} is for development only`],
    ),
  ];
}

function weakness(name: string, value: string | undefined, length: number): string[] {
  if (value === undefined || value === "") return [];
  if (MADE_FOR_DEVELOPMENT.test(value)) return [`${name} was made for development`];
  if (WELL_KNOWN.test(value) || isMonotonous(value)) return [`${name} is a default or easily guessed`];
  return value.length < length ? [`${name} must have ${length} characters or more`] : [];
}

/** True for `aaaaaaaa…`, for few different characters, and for a short piece repeated. */
function isMonotonous(value: string): boolean {
  return new Set(value).size < Math.min(8, value.length) || /^(.{1,16})\1+$/.test(value);
}

/** One value used for two secrets: a leak of one of them exposes the other. */
function sharedSecrets(env: Names): string[] {
  const owners = new Map<string, string>();
  const problems: string[] = [];
  const values = [
    ...Object.keys(MIN_LENGTH).map((name) => [name, env[name]] as const),
    ...DATABASE_URLS.map((name) => [`the password in ${name}`, passwordIn(env[name])] as const),
    ["TELEGRAM_BOT_TOKEN", env["TELEGRAM_BOT_TOKEN"]] as const,
  ];
  for (const [name, value] of values) {
    if (value === undefined || value === "") continue;
    const owner = owners.get(value);
    if (owner !== undefined) problems.push(`${name} is the same as ${owner}`);
    else owners.set(value, name);
  }
  return problems;
}

function passwordIn(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { password } = new URL(url);
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}

function botProblems(token: string): string[] {
  if (token === "") return [];
  if (token.startsWith(STAND_IN_BOT)) return ["TELEGRAM_BOT_TOKEN belongs to the development stand-in"];
  return REAL_BOT_TOKEN.test(token) ? [] : ["TELEGRAM_BOT_TOKEN is not a bot's token"];
}

function addressProblems(env: Names): string[] {
  const browsersStore = (env["S3_PUBLIC_ENDPOINT"] ?? "") === "" ? "S3_ENDPOINT" : "S3_PUBLIC_ENDPOINT";
  const problems = ["PUBLIC_URL", "TELEGRAM_API_ROOT", browsersStore].flatMap((name) => {
    const url = env[name] ?? "";
    return url === "" || url.startsWith("https://") ? [] : [`${name} must begin with https://`];
  });
  const proxies = (env["TRUSTED_PROXIES"] ?? "").split(/[\s,]+/).filter((entry) => entry !== "");
  if (proxies.some(trustsStrangers))
    problems.push("TRUSTED_PROXIES must be networks of your own, not everyone's");
  return problems;
}

const BACKUP_SETTINGS = ["ENDPOINT", "REGION", "ACCESS_KEY", "SECRET_KEY"].map((name) => `BACKUP_S3_${name}`);

/** Backups are made when their bucket is named: then nothing may be missing, and the store is not that of the data. */
function backupProblems(env: Names): string[] {
  if ((env["BACKUP_S3_BUCKET"] ?? "") === "") return [];
  const missing = [...BACKUP_SETTINGS, "BACKUP_CIPHER"].filter((name) => (env[name] ?? "") === "");
  const host = env["BACKUP_S3_ENDPOINT"] ?? "";
  const store = env["S3_ENDPOINT"] ?? "";
  return [
    ...missing.map((name) => `${name} is not set, and BACKUP_S3_BUCKET is`),
    ...(/[:/]/.test(host) ? ["BACKUP_S3_ENDPOINT must be a host name alone"] : []),
    ...(URL.canParse(store) && new URL(store).hostname === host
      ? ["BACKUP_S3_ENDPOINT is the store of the data"]
      : []),
  ];
}

function trustsStrangers(entry: string): boolean {
  const [address = "", prefix] = entry.split("/");
  const family = isIP(address);
  if (family === 0) return true;
  return prefix !== undefined && !(Number(prefix) >= SHORTEST_PREFIX[family === 6 ? 6 : 4]);
}
