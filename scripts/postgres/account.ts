import { execFileSync, spawnSync } from "node:child_process";

/** The system account PostgreSQL runs as; empty when the current one can be used (anyone but root). */
export type Account = { uid: number; gid: number } | Record<string, never>;

function idOf(kind: "-u" | "-g"): number | undefined {
  const answer = spawnSync("id", [kind, "postgres"], { encoding: "utf8" });
  return answer.status === 0 ? Number.parseInt(answer.stdout, 10) : undefined;
}

function readAccount(): Account | undefined {
  const uid = idOf("-u");
  const gid = idOf("-g");
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** PostgreSQL refuses to run as root, so root starts it as the `postgres` user, created when absent. */
export function databaseAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const present = readAccount();
  if (present) return present;
  try {
    execFileSync("groupadd", ["--system", "--force", "postgres"], { stdio: "pipe" });
    execFileSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"], {
      stdio: "pipe",
    });
  } catch (error) {
    throw new Error(
      "PostgreSQL does not run as root, and the user “postgres” could not be made. " +
        "Create it (useradd --system postgres), start as another user, or set DATABASE_URL.",
      { cause: error },
    );
  }
  const made = readAccount();
  if (!made) throw new Error("The user “postgres” was made but cannot be found.");
  return made;
}

/** Whether that account can enter the folder: root's home, for example, is closed to it. */
export function canEnter(account: Account, folder: string): boolean {
  if (account.uid === undefined) return true;
  return spawnSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], { ...account, cwd: "/" }).status === 0;
}
