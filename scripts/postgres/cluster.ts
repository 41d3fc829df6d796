import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Account, canEnter } from "./account.ts";
import type { Binaries } from "./binaries.ts";

export const owner = "stsphera";
/** The services' login, created by the migrate step. */
const service = "stsphera_service";

export type Cluster = { directory: string; log: string; password: string };

function passwordOf(folder: string, name = "password"): string {
  const path = join(folder, name);
  if (!existsSync(path)) writeFileSync(path, randomBytes(18).toString("base64url"), { mode: 0o600 });
  return readFileSync(path, "utf8").trim();
}

/** The owner's address with the services' login instead. */
export function serviceUrl(folder: string, ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = service;
  url.password = passwordOf(folder, "service-password");
  return url.href;
}

function makeFolder(folder: string, account: Account): void {
  mkdirSync(folder, { recursive: true });
  if (account.uid === undefined) return;
  chmodSync(folder, 0o755);
  if (!canEnter(account, folder)) {
    throw new Error(
      `PostgreSQL runs as the user “postgres”, who cannot enter ${folder}. ` +
        "Choose a data folder that others can enter (STSPHERA_DATA), or set DATABASE_URL.",
    );
  }
}

async function initialise(cluster: Cluster, binaries: Binaries, account: Account): Promise<void> {
  const passwordFile = join(dirname(cluster.directory), "initdb-password");
  writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
  if (account.uid !== undefined) chownSync(passwordFile, account.uid, account.gid);
  try {
    await promisify(execFile)(
      binaries.initdb,
      [
        `--pgdata=${cluster.directory}`,
        `--username=${owner}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--no-sync",
      ],
      { ...account, cwd: "/" },
    );
  } catch (error) {
    rmSync(cluster.directory, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Creates the folder, the password and, the first time, the database files under `folder`. */
export async function prepareCluster(
  folder: string,
  account: Account,
  binaries: () => Binaries,
): Promise<Cluster> {
  makeFolder(folder, account);
  const cluster = {
    directory: join(folder, "data"),
    log: join(folder, "postgres.log"),
    password: passwordOf(folder),
  };
  if (existsSync(join(cluster.directory, "PG_VERSION"))) return cluster;
  rmSync(cluster.directory, { recursive: true, force: true });
  mkdirSync(cluster.directory, { mode: 0o700 });
  if (account.uid !== undefined) chownSync(cluster.directory, account.uid, account.gid);
  await initialise(cluster, binaries(), account);
  return cluster;
}
