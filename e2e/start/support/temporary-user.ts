import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type TemporaryUser = {
  name: string;
  uid: number;
  gid: number;
  home: string;
  environment: Record<string, string>;
  remove(): void;
};

const idOf = (kind: "-u" | "-g", name: string) =>
  Number.parseInt(execFileSync("id", [kind, name], { encoding: "utf8" }), 10);

/** Package registry settings of this machine: address and certificates. */
function registrySettings(): string {
  const names = ["registry", "cafile"];
  const told = names.map((name) => [
    name,
    execFileSync("npm", ["config", "get", name], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim(),
  ]);
  return told
    .filter(([, value]) => value && value !== "null" && value !== "undefined")
    .map(([name, value]) => `${name}=${value}\n`)
    .join("");
}

/** Processes of this temporary account can only have been started here. */
function endProcessesOf(uid: number): void {
  for (let round = 0; round < 20; round += 1) {
    const pids = readdirSync("/proc").filter((entry) => /^\d+$/.test(entry) && ownerOf(entry) === uid);
    if (pids.length === 0) return;
    for (const pid of pids) killIfThere(Number(pid));
    execFileSync("sleep", ["0.1"]);
  }
}

function ownerOf(pid: string): number | undefined {
  return statSync(join("/proc", pid), { throwIfNoEntry: false })?.uid;
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** A new account with its own home; removed with everything in it. Needs root. */
export function makeTemporaryUser(): TemporaryUser {
  if (process.getuid?.() !== 0) throw new Error("Making another user needs root.");
  const name = `stsphera${process.pid}`;
  const base = mkdtempSync(join(tmpdir(), "stsphera-start-"));
  chmodSync(base, 0o755);
  const home = join(base, "дом пользователя");
  mkdirSync(home, { mode: 0o700 });
  execFileSync("useradd", ["--no-create-home", "--home-dir", home, "--shell", "/bin/sh", name], {
    stdio: "pipe",
  });
  const uid = idOf("-u", name);
  const gid = idOf("-g", name);
  writeFileSync(join(home, ".npmrc"), registrySettings());
  for (const path of [home, join(home, ".npmrc")]) chownSync(path, uid, gid);
  let removed = false;
  const remove = () => {
    if (removed) return;
    removed = true;
    endProcessesOf(uid);
    execFileSync("userdel", [name], { stdio: "pipe" });
    rmSync(base, { recursive: true, force: true });
  };
  // An interrupted run removes the account, too.
  process.once("exit", remove);
  return {
    name,
    uid,
    gid,
    home,
    environment: {
      HOME: home,
      USER: name,
      PATH: "/usr/local/bin:/usr/bin:/bin",
      LANG: "C.UTF-8",
      TMPDIR: "/tmp",
      // Gives the account its own package store.
      XDG_DATA_HOME: join(home, ".local/share"),
    },
    remove,
  };
}
