import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../../scripts/postgres/free-port.ts";
import { findPostmaster, stopPostmaster } from "../../../scripts/postgres/postmaster.ts";
import { startPostgres } from "../../../scripts/postgres/start-postgres.ts";
import { temporaryFolder } from "../../../scripts/temporary-folder.ts";

export type OwnDatabase = {
  /** Environment of a system: the services' login, and the owner's for migrations. */
  environment: { DATABASE_URL: string; MIGRATE_DATABASE_URL: string };
  /** Stops the server for a time; `crash` kills it. Returns the times it stopped and was back. */
  restart(awayMs: number, how: "fast" | "crash"): Promise<{ wentAt: number; backAt: number }>;
  remove(): Promise<void>;
};

/** A PostgreSQL that can be stopped and restarted at the same address. */
export async function ownDatabase(purpose: string): Promise<OwnDatabase> {
  const folder = await temporaryFolder(purpose);
  const port = await freePort();
  const directory = join(folder, "postgres/data");
  const begin = () =>
    startPostgres({ folder: join(folder, "postgres"), database: "stsphera", disposable: true, port });
  const { url, serviceUrl } = await begin();
  return {
    environment: { DATABASE_URL: serviceUrl, MIGRATE_DATABASE_URL: url },
    async restart(awayMs, how) {
      const wentAt = Date.now();
      const server = findPostmaster(directory);
      if (server !== undefined && how === "crash") process.kill(server.pid, "SIGQUIT");
      await stopPostmaster(directory);
      await sleep(awayMs);
      await begin();
      return { wentAt, backAt: Date.now() };
    },
    async remove() {
      await stopPostmaster(directory);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
