// Asks the programs themselves which settings they refuse: each setting is given values that are wrong in some way.
import { type Names, readEnvironment, required, storageShape } from "@stsphera/service";
import * as api from "../apps/api/src/env.ts";
import * as bot from "../apps/bot/src/env.ts";
import * as scheduler from "../apps/scheduler/src/env.ts";

const SECRET = "kW7xQ2vN9pLr4tYb8mCd3fGh6jZs1aUe";
const ACCEPTED: Readonly<Record<string, string>> = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://app:Vq8mTz3kRw7pLx2n@db.internal/stsphera",
  TELEGRAM_BOT_TOKEN: "6123456789:AAHk3n0qPz7xWv5sLr2tYb9mCd4fGh6jK1o",
  JWT_SECRET: SECRET,
  WEBHOOK_SECRET: "Rm7Kx3Wq9Tz5Vn2L",
  S3_ENDPOINT: "https://s3.internal",
  S3_BUCKET: "stsphera",
  S3_ACCESS_KEY: "AKDJF83HFK20DKS",
  S3_SECRET_KEY: "pLr4tYb8mCd3fGh6jZs1aUekW7xQ2vN9",
  PUBLIC_URL: "https://app.example.org",
};

/** What belongs together with a setting: it is refused only where these are given. */
const BESIDE: Readonly<Record<string, Names>> = {
  BACKUP: {
    BACKUP_S3_BUCKET: "copies",
    BACKUP_S3_ENDPOINT: "storage.example.net",
    BACKUP_S3_REGION: "ru-1",
    BACKUP_S3_ACCESS_KEY: "BKDJF83HFK20DKT",
    BACKUP_S3_SECRET_KEY: "qLr4tYb8mCd3fGh6jZs1aUekW7xQ2vM8",
    BACKUP_CIPHER: "tYb8mCd3fGh6jZs1aUekW7xQ2vN9pLr4",
  },
  ALERT_SMTP: {
    ALERT_SMTP_HOST: "mail.example.org",
    ALERT_MAIL_FROM: "a@example.org",
    ALERT_MAIL_TO: "b@example.org",
  },
  ALERT_MAIL: {
    ALERT_SMTP_HOST: "mail.example.org",
    ALERT_MAIL_FROM: "a@example.org",
    ALERT_MAIL_TO: "b@example.org",
  },
  ALERT_WEBHOOK: {
    ALERT_WEBHOOK_URL: "https://alerts.example.org",
    ALERT_WEBHOOK_SECRET: "Wq9Tz5Vn2LKd83hf",
  },
};

const OWNER = "postgres://owner:Lp9Hd3Fg6Sy1QeUz@db.internal/stsphera";
const PROGRAMS: Readonly<
  Record<string, { shape: object; read: (env: Names) => unknown; own: readonly string[] }>
> = {
  api: { shape: api.shape, read: api.readEnvironment, own: ["SANDBOX_DATA"] },
  bot: { shape: bot.shape, read: bot.readEnvironment, own: [] },
  scheduler: { shape: scheduler.shape, read: scheduler.readEnvironment, own: [] },
  migrate: {
    shape: { DATABASE_URL: required, ...storageShape },
    read: (env) => readEnvironment({ DATABASE_URL: required, ...storageShape }, env),
    own: ["MIGRATE_DATABASE_URL", ...Object.keys(BESIDE["BACKUP"] ?? {})],
  },
};

/** Each is wrong for some setting. */
const WRONG: readonly (string | undefined)[] = [
  undefined,
  "maybe",
  "999999",
  "1",
  "test",
  "!",
  "http://plain.example.org",
  "https://app.example.org/path",
  "0.0.0.0/0",
  "a".repeat(40),
  "my-super-secret-key-for-production-use",
  "dev-kW7xQ2vN9pLr4tYb8mCd3fGh6jZs1aUe",
  "kW7xQ2v",
  SECRET,
  ACCEPTED["S3_SECRET_KEY"],
  "7000000001:AAHk3n0qPz7xWv5sLr2tYb9mCd4fGh6jK1o",
  "postgres://app:postgres@db.internal/stsphera",
  "postgres://app:kW7x@db.internal/stsphera",
  "postgres://app:dev-kW7xQ2vN9pLr4tYb8mCd3@db.internal/stsphera",
  `postgres://app:${SECRET}@db.internal/stsphera`,
  "s3.internal",
];

export type Refused = { setting: string; sentence: string; programs: string[] };

/** Every sentence by which a program refuses to start in production, by the setting that it names. */
export function refusedSettings(): Refused[] {
  const found = new Map<string, Refused>();
  for (const [program, { shape, read, own }] of Object.entries(PROGRAMS)) {
    for (const setting of [...Object.keys(shape), ...own]) {
      for (const value of WRONG) {
        for (const sentence of problemsOf(read, setting, value)) {
          const key = `${setting}: ${sentence}`;
          const row = found.get(key) ?? { setting, sentence, programs: [] };
          found.set(key, row);
          if (!row.programs.includes(program)) row.programs.push(program);
        }
      }
    }
  }
  return [...found.values()].toSorted((a, b) => (a.setting < b.setting ? -1 : a.setting > b.setting ? 1 : 0));
}

/** Those that name the setting first: a sentence about another one is listed there. */
function problemsOf(read: (env: Names) => unknown, setting: string, value: string | undefined): string[] {
  const beside = Object.entries(BESIDE).find(([prefix]) => setting.startsWith(prefix))?.[1] ?? {};
  const owner = setting === "MIGRATE_DATABASE_URL" ? { MIGRATE_DATABASE_URL: OWNER } : {};
  try {
    read({ ...ACCEPTED, ...beside, ...owner, [setting]: value });
    return [];
  } catch (error) {
    const words = error instanceof Error ? error.message : "";
    return words
      .replace(/^The process does not start: /, "")
      .replace(/\.$/, "")
      .split("; ")
      .map((sentence) => sentence.replace(/ is the same as .*/, " is the same as another secret"))
      .filter((sentence) => new RegExp(`^(the password in )?${setting}\\b`).test(sentence));
  }
}

export function refusedSettingsPage(rows: readonly Refused[]): string {
  const lines = rows.map(
    ({ setting, sentence, programs }) => `| ${setting} | ${sentence} | ${programs.join(", ")} |`,
  );
  return `# Refused settings

A program that finds one of these in production does not start. Its log names every problem at once and never a value. The
table is made from the programs themselves (\`pnpm vitest run --project unit infra/refused-settings -u\`, then \`pnpm oxfmt\`).
An empty setting counts as one that is not set.

| setting | sentence | refused by |
| --- | --- | --- |
${lines.join("\n")}

Besides, a service and the migrate step end at once when \`DATABASE_URL\` leads to a pooler in transaction or statement mode;
while the database is away they wait for it ([runbook](runbook.md)).
`;
}
