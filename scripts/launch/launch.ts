import { join } from "node:path";
import { removePostgres, startPostgres } from "../postgres/start-postgres.ts";
import { emptyDataFolder, lockPath, makeDataFolder } from "./data-folder.ts";
import { endLeftovers, recordProcesses } from "./leftovers.ts";
import { takeLock } from "./lock.ts";
import { portsFrom, requireFree } from "./ports.ts";
import type { ServiceName } from "./services.ts";
import { startSystem } from "./start-system.ts";
import { type System, createSystem } from "./system.ts";

export type LaunchOptions = {
  portBase: number;
  dataDir: string;
  /** Empty the data folder first. */
  fresh?: boolean;
  /** Mini App through Vite, services restarted when their source changes. */
  dev?: boolean;
  /** Fill an empty system with the demo story (default) or leave it empty. */
  seed?: boolean;
  /** Throw-away data: the database does not wait for the disk. */
  disposable?: boolean;
  /** Settings of the caller that win over development's own, DATABASE_URL among them. */
  environment?: NodeJS.ProcessEnv;
  show?: (line: string) => void;
  /** Aborting stops whatever has been started. */
  signal?: AbortSignal;
};

export type Addresses = {
  miniApp: string;
  api: string;
  bot: string;
  scheduler: string;
  /** Absent when a real bot token is used. */
  sandbox: string | undefined;
  objectStore: string;
  databaseUrl: string;
};

export type Launched = {
  addresses: Addresses;
  /** What the services were given, secrets included. */
  environment: Record<string, string>;
  dataDir: string;
  pid(name: ServiceName): number | undefined;
  /** Ends a service as a crash would; it comes back by itself. */
  kill(name: ServiceName, signal: NodeJS.Signals): void;
  /** Stops everything, in order, within 10 s; the data stays. */
  stop(): Promise<void>;
};

async function database(options: LaunchOptions, system: System): Promise<string> {
  const given = options.environment?.DATABASE_URL;
  if (given) return given;
  const running = await startPostgres({
    folder: join(options.dataDir, "postgres"),
    database: "stsphera",
    disposable: options.disposable ?? false,
  });
  system.onStop(() => running.stop());
  return running.url;
}

async function prepareFolder(options: LaunchOptions, show: (line: string) => void): Promise<void> {
  const leftovers = await endLeftovers(options.dataDir);
  if (leftovers > 0) show(`Ended ${leftovers} processes that an earlier start had left behind.`);
  if (!options.fresh) return;
  await removePostgres(join(options.dataDir, "postgres"));
  emptyDataFolder(options.dataDir);
}

/** Brings the whole system up on one machine; rejects, with nothing left running, when a part does not start. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const show = options.show ?? (() => undefined);
  makeDataFolder(options.dataDir);
  const release = takeLock(lockPath(options.dataDir), options.portBase);
  const system = createSystem(release);
  const abort = () => void system.stop().catch((error: Error) => show(error.message));
  options.signal?.addEventListener("abort", abort);
  try {
    await prepareFolder(options, show);
    const ports = portsFrom(options.portBase);
    await requireFree(ports);
    const around = { folder: options.dataDir, processes: recordProcesses(options.dataDir), show };
    const databaseUrl = await database(options, system);
    return await startSystem({ options, ports, databaseUrl, around, system });
  } catch (error) {
    await system.stop();
    throw error;
  } finally {
    options.signal?.removeEventListener("abort", abort);
  }
}
