import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canEnter, databaseAccount } from "./postgres/account.ts";

/** A new folder under the temporary one that PostgreSQL's account can enter too (a private TMPDIR of root is not). */
export function temporaryFolder(purpose: string): string {
  const account = databaseAccount();
  const base = [tmpdir(), "/tmp", "/var/tmp"].find((folder) => canEnter(account, folder));
  if (base === undefined) throw new Error("No temporary folder can be entered by the database's account.");
  return mkdtempSync(join(base, `stsphera-${purpose}-`));
}
