import { spawn } from "node:child_process";
import { closeSync, fstatSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Account, databaseAccount } from "./account.ts";
import { type Binaries, databaseBinaries } from "./binaries.ts";
import { type Cluster, owner, prepareCluster, serviceUrl } from "./cluster.ts";
import { ensureDatabase } from "./ensure-database.ts";
import { freePort } from "./free-port.ts";
import { awaitGone, awaitReady, findPostmaster, type Postmaster, stopPostmaster } from "./postmaster.ts";

export type PostgresOptions = {
  /** Folder for data, password and log; created when absent. */
  folder: string;
  /** Database to create when absent. */
  database?: string;
  /** A free port by default; set to restart a server at the same address. */
  port?: number;
  /** For throw-away data: no fsync, so a power failure may lose it. */
  disposable?: boolean;
  /** Further server settings, e.g. `{ log_min_duration_statement: "100" }`. */
  settings?: Record<string, string>;
};

export type RunningPostgres = {
  /** The owner's address. */
  url: string;
  /** The services' address; its login exists after the migrate step. */
  serviceUrl: string;
  port: number;
  /** True when a server of an earlier launcher was taken over. */
  reused: boolean;
  /** Whether a server uses the folder now. */
  isRunning(): boolean;
  stop(): Promise<void>;
};

// Killing the server loses nothing with these settings, a power failure may.
const disposableSettings = { fsync: "off", full_page_writes: "off" };

function serverArguments(directory: string, port: number, options: PostgresOptions): string[] {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: "256MB",
    ...(options.disposable ? disposableSettings : {}),
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", directory, "-p", String(port), ...flags];
}

/** Server messages while a server killed a moment ago still holds the folder. */
const HELD = /lock file "postmaster\.pid" already exists|pre-existing shared memory block/;
const HELD_SECONDS = 10;

/** Starts a server; retries for some seconds while a dying one holds the folder. */
async function spawnServer(
  cluster: Cluster,
  binaries: Binaries,
  account: Account,
  options: PostgresOptions,
): Promise<number> {
  const port = options.port ?? (await freePort());
  const patience = Date.now() + HELD_SECONDS * 1000;
  for (;;) {
    const failure = await trySpawn(
      cluster,
      binaries,
      account,
      serverArguments(cluster.directory, port, options),
    );
    if (failure === undefined) return port;
    if (!HELD.test(failure) || Date.now() > patience) throw new Error(`PostgreSQL did not start: ${failure}`);
    await sleep(200);
  }
}

/** Resolves when the server is ready, or with the error and its last output. */
async function trySpawn(
  cluster: Cluster,
  binaries: Binaries,
  account: Account,
  flags: readonly string[],
): Promise<string | undefined> {
  const log = openSync(cluster.log, "a", 0o640);
  const said = fstatSync(log).size;
  // In its own session, so that Ctrl-C reaches only the launcher, which stops the database last.
  const server = spawn(binaries.postgres, flags, {
    ...account,
    cwd: cluster.directory,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const failures: string[] = [];
  server.once("error", (error) => failures.push(error.message));
  server.once("exit", (code, signal) => failures.push(signal ?? `exit code ${code}`));
  server.unref();
  const deadline = Date.now() + 30_000;
  while (failures.length === 0 && Date.now() < deadline) {
    if (findPostmaster(cluster.directory)?.state === "ready") return undefined;
    await sleep(25);
  }
  const words = readFileSync(cluster.log).subarray(said).toString("utf8").trim().split("\n").slice(-8);
  return [failures[0] ?? "30 s passed", ...words].join("\n");
}

/** Starts the embedded PostgreSQL on a free port of 127.0.0.1, or takes over one that already serves the folder. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const account = databaseAccount();
  let known: Binaries | undefined;
  const binaries = () => (known ??= databaseBinaries(account, options.folder));
  const cluster = await prepareCluster(options.folder, account, binaries);
  const name = options.database ?? "postgres";
  const urlOf = (database: string, port: number) =>
    `postgres://${owner}:${cluster.password}@127.0.0.1:${port}/${database}`;
  const stop = () => stopPostmaster(cluster.directory);
  const running = (port: number, reused: boolean): RunningPostgres => {
    const url = urlOf(name, port);
    const isRunning = () => findPostmaster(cluster.directory) !== undefined;
    return { url, serviceUrl: serviceUrl(options.folder, url), port, reused, isRunning, stop };
  };
  const survivor = await awaitReady(cluster.directory, 60);
  if (survivor && (await answers(cluster, survivor, urlOf("postgres", survivor.port), name))) {
    return running(survivor.port, true);
  }
  await stop();
  const port = await spawnServer(cluster, binaries(), account, options);
  try {
    await ensureDatabase(urlOf("postgres", port), name);
  } catch (error) {
    await stop();
    throw error;
  }
  return running(port, false);
}

/** Creates the database on a running server; false when that server turned out to be stopping. */
async function answers(
  cluster: Cluster,
  found: Postmaster,
  adminUrl: string,
  name: string,
): Promise<boolean> {
  try {
    await ensureDatabase(adminUrl, name);
    return true;
  } catch (error) {
    if (await awaitGone(cluster.directory, found.pid, 2000)) return false;
    await stopPostmaster(cluster.directory);
    throw error;
  }
}

/** Stops any server that uses `folder`, then removes the folder. */
export async function removePostgres(folder: string): Promise<void> {
  await stopPostmaster(join(folder, "data"));
  rmSync(folder, { recursive: true, force: true });
}
