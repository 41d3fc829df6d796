import { type Login, loginIn } from "./application-role/index.ts";

type Names = Readonly<Record<string, string | undefined>>;

export type MigrationSettings = {
  /** URL of the database for its owner. */
  ownerUrl: string;
  /** Login of the services; null when they work as the owner. */
  login: Login | null;
};

/** Database settings. `MIGRATE_DATABASE_URL`, if set, is the owner's URL, and `DATABASE_URL` the services'. */
export function migrationSettings(env: Names = process.env): MigrationSettings {
  const url = env["DATABASE_URL"];
  if (url === undefined || url === "") throw new Error("DATABASE_URL is not set");
  const ownerUrl = env["MIGRATE_DATABASE_URL"] || url;
  const login = loginIn(url);
  return { ownerUrl, login: login?.user === loginIn(ownerUrl)?.user ? null : login };
}
