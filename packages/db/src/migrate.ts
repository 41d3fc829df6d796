import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { assertOwnSessions } from "./session-check.ts";
import { applyMigrations } from "./apply-migrations.ts";
import { ensureLogin, grantRights, type Login } from "./application-role/index.ts";

const MIGRATION_LOCK = 727_401;
const folder = fileURLToPath(new URL("../migrations", import.meta.url));

export { migrationSettings } from "./env.ts";

export type MigrateOptions = {
  /** Login of the services if not the owner: created, and limited to the application's privileges. */
  login?: Login | null;
};

/**
 * Migrates a database to the newest schema and sets the privileges of the application role. Parallel runs are
 * serialized. `url` is the owner's. Returns whether the role exists.
 */
export async function migrate(url: string, { login }: MigrateOptions = {}): Promise<{ confined: boolean }> {
  // The lock below is held by a connection.
  await assertOwnSessions(url);
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await applyMigrations(client, folder);
    const confined = await grantRights(client);
    if (!login) return { confined };
    if (!confined)
      throw new Error("The owner may not make roles: create stsphera_app and grant it to the owner.");
    await ensureLogin(client, login);
    return { confined };
  } finally {
    await client.end({ timeout: 5 });
  }
}
