type Names = Readonly<Record<string, string | undefined>>;

const MIN_LENGTH: Readonly<Record<string, number>> = {
  JWT_SECRET: 32,
  WEBHOOK_SECRET: 16,
  S3_SECRET_KEY: 16,
};
const WELL_KNOWN = /(secret|password|changeme|change[-_ ]me|default|example|minioadmin|qwerty|12345|sample)/i;
const MADE_FOR_DEVELOPMENT = /^(dev|development|test|sandbox|local)[-_.:]/i;
/** Token prefix of the development stand-in's bot. */
const STAND_IN_BOT = "7000000001:";
const REAL_BOT_TOKEN = /^\d{6,12}:[\w-]{30,64}$/;

/** Reasons why these settings are not fit for production. Reasons never contain values. */
export function productionSecretProblems(env: Names): string[] {
  const problems: string[] = [];
  for (const [name, length] of Object.entries(MIN_LENGTH)) {
    const value = env[name] ?? "";
    if (value === "") continue;
    if (MADE_FOR_DEVELOPMENT.test(value)) problems.push(`${name} was made for development`);
    else if (WELL_KNOWN.test(value) || isMonotonous(value))
      problems.push(`${name} is a default or easily guessed`);
    else if (value.length < length) problems.push(`${name} must have ${length} characters or more`);
  }
  const token = env["TELEGRAM_BOT_TOKEN"] ?? "";
  if (token.startsWith(STAND_IN_BOT)) problems.push("TELEGRAM_BOT_TOKEN belongs to the development stand-in");
  else if (token !== "" && !REAL_BOT_TOKEN.test(token))
    problems.push("TELEGRAM_BOT_TOKEN is not a bot's token");
  const url = env["PUBLIC_URL"] ?? "";
  if (url !== "" && !url.startsWith("https://")) problems.push("PUBLIC_URL must begin with https://");
  for (const name of ["SANDBOX_CLOCK", "SANDBOX_DATA"]) {
    if ((env[name] ?? "") !== "") problems.push(`${name} is for development only`);
  }
  return problems;
}

/** True for `aaaaaaaa…` and the like: fewer than eight different characters. */
function isMonotonous(value: string): boolean {
  return new Set(value).size < 8;
}
