import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endLeftovers } from "./launch/leftovers.ts";
import { identify, isAlive } from "./launch/process-identity.ts";
import { canEnter, databaseAccount } from "./postgres/account.ts";
import { removePostgres } from "./postgres/start-postgres.ts";

const nameForm = /^stsphera-(?<purpose>[a-z0-9]+)-(?<pid>\d+)-(?<started>\d+)-/;

/** Ends and removes what killed runs have left: servers, services and folders. */
async function sweep(base: string, purpose: string): Promise<void> {
  for (const name of readdirSync(base)) {
    const owner = nameForm.exec(name)?.groups;
    if (owner?.["purpose"] !== purpose) continue;
    if (isAlive({ pid: Number(owner["pid"]), started: owner["started"] ?? "" })) continue;
    const folder = join(base, name);
    await endLeftovers(folder);
    await removePostgres(join(folder, "postgres"));
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A new temporary folder that PostgreSQL's account can enter, too (unlike a private TMPDIR of root). Its name tells
 * which process owns it, so that the next run for the same purpose can clean up after a killed one.
 */
export async function temporaryFolder(purpose: string): Promise<string> {
  const account = databaseAccount();
  const base = [tmpdir(), "/tmp", "/var/tmp"].find((folder) => canEnter(account, folder));
  if (base === undefined) throw new Error("No temporary folder can be entered by the database's account.");
  await sweep(base, purpose);
  const started = identify(process.pid)?.started ?? "0";
  const folder = mkdtempSync(join(base, `stsphera-${purpose}-${process.pid}-${started}-`));
  if (account.uid !== undefined) chmodSync(folder, 0o755);
  return folder;
}
