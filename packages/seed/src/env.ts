import { wantsSandboxClock } from "@stsphera/db/clock";
import type { StorageOptions } from "@stsphera/storage";

type Names = Readonly<Record<string, string | undefined>>;

export type Environment = {
  databaseUrl: string;
  /** Telegram ids of the installation's first admins. */
  adminTelegramIds: ReadonlySet<string>;
  /** True when time follows the development clock. */
  sandboxClock: boolean;
  /** Null when no file store is configured. */
  storage: StorageOptions | null;
};

/** Reads the settings of the process. Throws, naming what is missing; refuses to seed in production. */
export function readEnvironment(env: Names = process.env): Environment {
  if (env["NODE_ENV"] === "production") throw new Error("The story is not told in production.");
  const required = (name: string): string => {
    const value = env[name] ?? "";
    if (value === "") throw new Error(`${name} is not set`);
    return value;
  };
  const endpoint = env["S3_ENDPOINT"] ?? "";
  return {
    databaseUrl: required("DATABASE_URL"),
    adminTelegramIds: new Set((env["ADMIN_TELEGRAM_IDS"] ?? "").split(/[\s,]+/).filter((id) => id !== "")),
    sandboxClock: wantsSandboxClock(env),
    storage:
      endpoint === ""
        ? null
        : {
            endpoint,
            publicEndpoint: env["S3_PUBLIC_ENDPOINT"] || endpoint,
            bucket: required("S3_BUCKET"),
            accessKey: required("S3_ACCESS_KEY"),
            secretKey: required("S3_SECRET_KEY"),
          },
  };
}
