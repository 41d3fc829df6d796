import { type Login, loginIn } from "./application-role/index.ts";

type Names = Readonly<Record<string, string | undefined>>;

export type MigrationSettings = {
  /** The owner's address of the database. */
  ownerUrl: string;
  /** Whom the services sign in as; null when they work as the owner. */
  login: Login | null;
};

/** Where the database is. `MIGRATE_DATABASE_URL`, when named, is the owner's address, and `DATABASE_URL` the services'. */
export function migrationSettings(env: Names = process.env): MigrationSettings {
  const url = env["DATABASE_URL"];
  if (url === undefined || url === "") throw new Error("DATABASE_URL is not set");
  const ownerUrl = env["MIGRATE_DATABASE_URL"] || url;
  const login = loginIn(url);
  return { ownerUrl, login: login?.user === loginIn(ownerUrl)?.user ? null : login };
}
