import type { Sql } from "postgres";
import { APPLICATION_ROLE as role } from "./rights.ts";
import { scramVerifier } from "./scram.ts";

export type Login = { user: string; password: string };

/** User and password in a database URL; null when it has no user. */
export function loginIn(url: string): Login | null {
  const { username, password } = new URL(url);
  return username === ""
    ? null
    : { user: decodeURIComponent(username), password: decodeURIComponent(password) };
}

const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * Creates the login of the services, or updates its password. On sign-in it becomes the application role, so that
 * objects it creates belong to the role and survive a change of logins.
 */
export async function ensureLogin(sql: Sql, { user, password }: Login): Promise<void> {
  const [found] = await sql<{ super: boolean }[]>`
    select rolsuper as super from pg_roles where rolname = ${user}`;
  if (found?.super === true) {
    throw new Error(
      `DATABASE_URL names “${user}”, a superuser: nothing is refused to it. Name another login.`,
    );
  }
  const name = quoteName(user);
  const verifier = scramVerifier(password);
  await sql.unsafe(`
    ${found ? "alter" : "create"} role ${name} login password '${verifier}';
    grant ${role} to ${name};
    alter role ${name} set role = '${role}';`);
}
