import { join } from "node:path";
import { keepPostgres } from "../postgres/keep-postgres.ts";
import { removePostgres } from "../postgres/start-postgres.ts";
import { emptyDataFolder, lockPath, makeDataFolder, root } from "./data-folder.ts";
import { explainFullDisk, watchDisk } from "./full-disk.ts";
import { endLeftovers, recordProcesses } from "./leftovers.ts";
import { takeLock } from "./lock.ts";
import type { Launched, LaunchOptions } from "./options.ts";
import { portsFrom, requireFree } from "./ports.ts";
import { type DatabaseUrls, startSystem } from "./start-system.ts";
import { type System, createSystem } from "./system.ts";

async function database(
  options: LaunchOptions,
  system: System,
  show: (line: string) => void,
): Promise<DatabaseUrls> {
  const { DATABASE_URL: given, MIGRATE_DATABASE_URL: ownerUrl } = options.environment ?? {};
  if (given) return { services: given, owner: ownerUrl || given };
  const running = await keepPostgres(
    {
      folder: join(options.dataDir, "postgres"),
      database: "stsphera",
      disposable: options.disposable ?? false,
    },
    show,
  );
  system.onStop(() => running.stop());
  return { services: running.serviceUrl, owner: running.url };
}

async function prepareFolder(options: LaunchOptions, show: (line: string) => void): Promise<void> {
  const leftovers = await endLeftovers(options.dataDir);
  if (leftovers > 0) show(`Ended ${leftovers} processes that an earlier start had left behind.`);
  if (!options.fresh) return;
  await removePostgres(join(options.dataDir, "postgres"));
  emptyDataFolder(options.dataDir);
}

function takeFolder({ dataDir, portBase }: LaunchOptions): () => void {
  try {
    makeDataFolder(dataDir);
    return takeLock(lockPath(dataDir), portBase);
  } catch (error) {
    throw explainFullDisk(error, dataDir);
  }
}

export type { Launched, LaunchOptions } from "./options.ts";

/** Starts the whole system on one machine; rejects, with nothing left running, when a part does not start. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const show = options.show ?? (() => undefined);
  const release = takeFolder(options);
  const system = createSystem(release);
  const abort = () => void system.stop().catch((error: Error) => show(error.message));
  options.signal?.addEventListener("abort", abort);
  try {
    await prepareFolder(options, show);
    const ports = portsFrom(options.portBase);
    await requireFree(ports);
    const around = {
      checkout: options.checkout ?? root,
      folder: options.dataDir,
      processes: recordProcesses(options.dataDir, show),
      show,
    };
    const stopWatching = watchDisk(options.dataDir, show);
    system.onStop(async () => stopWatching());
    const databaseUrls = await database(options, system, show);
    return await startSystem({ options, ports, databaseUrls, around, system });
  } catch (error) {
    await system.stop();
    throw explainFullDisk(error, options.dataDir);
  } finally {
    options.signal?.removeEventListener("abort", abort);
  }
}
