import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const backup = import.meta.dirname;
let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "backup-"));
  const programs = join(home, "programs");
  mkdirSync(programs);
  writeFileSync(join(programs, "docker"), '#!/bin/sh\necho "$*" >>"$CALLS"\n', { mode: 0o755 });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** What a backup of files asks of Docker, started in this folder as a timer starts it. */
function asked(folder: string): string[] {
  const CALLS = join(home, "calls");
  const path = `${join(home, "programs")}:${process.env["PATH"]}`;
  execFileSync(join(folder, "infra/backup/run"), ["files"], {
    env: { PATH: path, CALLS, STSPHERA_HOME: home },
    stdio: "pipe",
  });
  return readFileSync(CALLS, "utf8").trimEnd().split("\n");
}

function install(folder: string): void {
  mkdirSync(join(folder, "infra"), { recursive: true });
  cpSync(backup, join(folder, "infra/backup"), { recursive: true });
  writeFileSync(join(folder, "docker-compose.yml"), "");
}

test("a release that serves is backed up with the settings of its host and its own images", () => {
  const release = join(home, "releases/1");
  install(release);
  writeFileSync(join(release, "release.env"), "REVISION=1\n");
  writeFileSync(join(home, "override.yml"), "");
  symlinkSync("releases/1", join(home, "current"));
  const current = join(home, "current");
  for (const call of asked(current)) {
    expect(call).toContain(`--env-file ${home}/.env --env-file ${current}/release.env`);
    expect(call).toContain(`--file ${current}/docker-compose.yml --file ${home}/override.yml`);
  }
});

test("a checkout is backed up with what stands in its folder", () => {
  install(join(home, "checkout"));
  for (const call of asked(join(home, "checkout"))) expect(call).toMatch(/^compose --profile backup/);
});

test("the timers start scripts that a release brings along", () => {
  const image = readFileSync(join(backup, "../Dockerfile"), "utf8").split("AS release")[1] ?? "";
  for (const [unit, script] of [
    ["stsphera-backup@.service", "infra/backup"],
    ["stsphera-restore-drill.service", "infra/restore"],
  ] as const) {
    const text = readFileSync(join(backup, "systemd", unit), "utf8");
    expect(text).toContain(`ExecStart=/opt/stsphera/current/${script}`);
    expect(image).toContain(`COPY ${script} /${script}`);
  }
});
