import { listed, type Names } from "@stsphera/service";
import { z } from "zod";

export type MailSettings = {
  host: string;
  port: number;
  /** Null for a server that asks for none. */
  login: { user: string; password: string } | null;
  from: string;
  to: readonly string[];
};

export type WebhookSettings = {
  url: string;
  secret: string;
  /** Whether the address may be one of a private network. */
  mayBePrivate: boolean;
};

export type AlertSettings = {
  /** Whether trouble is told; a development installation is in trouble by nature. */
  watches: boolean;
  mail: MailSettings | null;
  webhook: WebhookSettings | null;
};

const mailbox = z.email("must be an address of mail");
const PORT = "must be a whole number from 1 to 65535";
const port = z.coerce.number(PORT).int(PORT).min(1, PORT).max(65_535, PORT);

/** The settings of alerts, by name. */
export const alertShape = {
  ALERTS: z.enum(["on", "off"], "must be on or off").optional(),
  ALERT_SMTP_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "must be a host without port and path")
    .optional(),
  ALERT_SMTP_PORT: port.default(465),
  ALERT_SMTP_USER: z.string().optional(),
  ALERT_SMTP_PASSWORD: z.string().optional(),
  ALERT_MAIL_FROM: mailbox.optional(),
  ALERT_MAIL_TO: listed.pipe(z.array(mailbox)),
  ALERT_WEBHOOK_URL: z
    .url({ protocol: /^https?$/, error: "must be an address of http:// or https://" })
    .optional(),
  ALERT_WEBHOOK_SECRET: z.string().optional(),
  ALERT_WEBHOOK_PRIVATE: z.enum(["yes", "no"], "must be yes or no").default("no"),
};

type Read = z.output<z.ZodObject<typeof alertShape>>;

const GROUPS = [
  ["ALERT_SMTP_HOST", "ALERT_MAIL_FROM", "ALERT_MAIL_TO"],
  ["ALERT_SMTP_USER", "ALERT_SMTP_PASSWORD"],
  ["ALERT_WEBHOOK_URL", "ALERT_WEBHOOK_SECRET"],
] as const;

/** Reasons why the settings of alerts are not complete or not safe. Reasons never contain values. */
export function alertProblems(env: Names, production: boolean): string[] {
  const isSet = (name: string) => (env[name] ?? "").trim() !== "";
  const halves = GROUPS.flatMap((names) => {
    const missing = names.filter((name) => !isSet(name));
    const given = names.find(isSet);
    return given === undefined ? [] : missing.map((name) => `${name} is not set, and ${given} is`);
  });
  const plain =
    production && isSet("ALERT_WEBHOOK_URL") && !(env["ALERT_WEBHOOK_URL"] ?? "").startsWith("https://");
  const loose = isSet("ALERT_SMTP_USER") && !isSet("ALERT_SMTP_HOST");
  return [
    ...halves,
    ...(loose ? ["ALERT_SMTP_HOST is not set, and ALERT_SMTP_USER is"] : []),
    ...(plain ? ["ALERT_WEBHOOK_URL must begin with https://"] : []),
  ];
}

export function alertSettings(read: Read, production: boolean): AlertSettings {
  const { ALERT_SMTP_HOST: host, ALERT_MAIL_FROM: from, ALERT_MAIL_TO: to } = read;
  const { ALERT_SMTP_USER: user, ALERT_SMTP_PASSWORD: password } = read;
  const { ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: secret } = read;
  const login = user === undefined || password === undefined ? null : { user, password };
  return {
    watches: (read.ALERTS ?? (production ? "on" : "off")) === "on",
    mail:
      host === undefined || from === undefined ? null : { host, port: read.ALERT_SMTP_PORT, login, from, to },
    webhook:
      url === undefined || secret === undefined
        ? null
        : { url, secret, mayBePrivate: read.ALERT_WEBHOOK_PRIVATE === "yes" },
  };
}

/** What must not appear in the log. */
export const secretsOfAlerts = ({ mail, webhook }: AlertSettings): string[] => [
  ...(mail === null || mail.login === null ? [] : [mail.login.password]),
  ...(webhook === null ? [] : [webhook.secret]),
];
