import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { databaseAccount } from "../../../scripts/postgres/account.ts";
import { freePort } from "../../../scripts/postgres/free-port.ts";
import { stopPostmaster } from "../../../scripts/postgres/postmaster.ts";
import { temporaryFolder } from "../../../scripts/temporary-folder.ts";
import { until } from "../../reliability/support/until.ts";

const BINARIES = "/usr/lib/postgresql/15/bin";

export type Postgres15 = {
  version: string;
  /** A superuser's address of the database `postgres`. */
  adminUrl: string;
  remove(): Promise<void>;
};

/** Installs Debian's package when absent; its default cluster is neither created nor touched. */
function install(): void {
  if (existsSync(join(BINARIES, "postgres"))) return;
  if (process.getuid?.() !== 0) throw new Error("PostgreSQL 15 is not installed, and apt-get needs root.");
  mkdirSync("/etc/postgresql-common/createcluster.d", { recursive: true });
  writeFileSync("/etc/postgresql-common/createcluster.d/stsphera.conf", "create_main_cluster = false\n");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  execFileSync("apt-get", ["update", "--quiet"], { env, stdio: "pipe" });
  execFileSync("apt-get", ["install", "--yes", "--quiet", "--no-install-recommends", "postgresql-15"], {
    env,
    stdio: "pipe",
    timeout: 300_000,
  });
}

/** A cluster of PostgreSQL 15 on a free port, in a temporary folder. */
export async function startPostgres15(): Promise<Postgres15> {
  install();
  const account = databaseAccount();
  const folder = await temporaryFolder("postgres15");
  const directory = join(folder, "postgres/data");
  mkdirSync(join(folder, "postgres"));
  mkdirSync(directory, { mode: 0o700 });
  const password = randomBytes(12).toString("hex");
  const passwordFile = join(folder, "initdb-password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined) {
    for (const path of [directory, passwordFile]) chownSync(path, account.uid, account.gid);
  }
  const flags = [
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
  ];
  execFileSync(
    join(BINARIES, "initdb"),
    [`--pgdata=${directory}`, ...flags, "--locale=C.UTF-8", "--no-sync"],
    {
      ...account,
      cwd: "/",
      stdio: "pipe",
    },
  );
  const port = await freePort();
  const log = openSync(join(folder, "postgres.log"), "a", 0o640);
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "fsync=off",
  ];
  const server = spawn(
    join(BINARIES, "postgres"),
    ["-D", directory, "-p", String(port), ...settings.flatMap((one) => ["-c", one])],
    { ...account, cwd: directory, detached: true, stdio: ["ignore", log, log] },
  );
  server.unref();
  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const version = await until("PostgreSQL 15 answers", () => askVersion(adminUrl), { seconds: 30 });
  return {
    version,
    adminUrl,
    async remove() {
      await stopPostmaster(directory);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function askVersion(url: string): Promise<string> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined });
  try {
    const [row] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
    return row?.version ?? "";
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** A database whose owner is not a superuser but may create roles, as on a hosted PostgreSQL. */
export async function makeOwnedDatabase(adminUrl: string): Promise<{ ownerUrl: string; serviceUrl: string }> {
  const secret = () => randomBytes(12).toString("hex");
  const owner = { name: "hosted_owner", password: secret() };
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(`create role ${owner.name} login createrole password '${owner.password}'`);
    await sql.unsafe(`create database stsphera owner ${owner.name}`);
  } finally {
    await sql.end({ timeout: 2 });
  }
  const addressOf = (user: string, password: string) => {
    const url = new URL(adminUrl);
    Object.assign(url, { username: user, password, pathname: "/stsphera" });
    return url.href;
  };
  return {
    ownerUrl: addressOf(owner.name, owner.password),
    serviceUrl: addressOf("hosted_service", secret()),
  };
}
