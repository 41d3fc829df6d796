import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from "node:fs";
import { writeFileSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

const scripts = import.meta.dirname;
const PARTS = ["api", "bot", "scheduler", "migrate", "site", "s3", "postgres", "copier", "release"];

let deployed: string;
let home: string;
let calls: string;
function openHome(from?: string): void {
  home = mkdtempSync(join(tmpdir(), "deploy-"));
  calls = join(home, "calls");
  if (from !== undefined) cpSync(from, home, { recursive: true, verbatimSymlinks: true });
}
beforeAll(() => {
  openHome();
  mkdirSync(join(home, "bin"));
  cpSync(join(scripts, "../testing/fake-docker"), join(home, "bin/docker"));
  chmodSync(join(home, "bin/docker"), 0o755);
  writeFileSync(join(home, ".env"), "IMAGES=registry.test/sphera\n");
  expect(deploy("1").status).toBe(0);
  deployed = home;
});
// Each test begins with a host that serves the first release.
beforeEach(() => openHome(deployed));
afterEach(() => rmSync(home, { recursive: true }));
afterAll(() => rmSync(deployed, { recursive: true }));

const release = (revision: string, change: Record<string, string> = {}): string => {
  const digest = "0".repeat(60) + revision.padStart(4, "0");
  const images = PARTS.map((part) => [part, `registry.test/sphera/${part}@sha256:${digest}`]);
  return JSON.stringify({ revision, ...Object.fromEntries(images), ...change });
};

const environment = (change: Record<string, string> = {}) => ({
  PATH: `${join(home, "bin")}:${process.env["PATH"]}`,
  STSPHERA_HOME: home,
  CALLS: calls,
  SCRIPTS: scripts,
  NOTICE_SECONDS: "0",
  START_SECONDS: "9",
  ...change,
});

function run(script: string, args: string[], change: Record<string, string> = {}) {
  writeFileSync(calls, "");
  const { status, stdout, stderr } = spawnSync("sh", [join(scripts, script), ...args], {
    env: environment(change),
    encoding: "utf8",
  });
  return { status, said: stdout + stderr, calls: readFileSync(calls, "utf8").trim().split("\n") };
}
const deploy = (revision: string, change?: Record<string, string>) =>
  run("deploy", [release(revision)], change);

/** The first call that begins so; -1 when there is none. */
const at = (made: readonly string[], begins: string) => made.findIndex((call) => call.startsWith(begins));
const colour = () => readFileSync(join(home, "state/colour"), "utf8").trim();
const serving = (link = "current") =>
  /REVISION=(.*)/.exec(readFileSync(join(home, readlinkSync(join(home, link)), "release.env"), "utf8"))?.[1];

test("the steps of a roll, in their order", () => {
  const { status, calls: made, said } = deploy("2", { BACKUP: "0", BACKUP_S3_BUCKET: "kept" });
  expect(said).toContain("Serving 2 in green");
  expect(status).toBe(0);
  const order = [
    "image inspect registry.test/sphera/api",
    "cp box:/.",
    "compose up --detach --no-deps --no-build --no-recreate --wait --wait-timeout 9 postgres s3",
    "backup point before-2",
    "compose run --rm --no-deps --no-TTY migrate",
    "compose run --detach --no-deps --no-TTY --name stsphera-candidate-api api-green",
    "exec --interactive stsphera-candidate-bot node",
    "compose up --detach --no-deps --no-build --force-recreate --wait --wait-timeout 9 api-green bot-green",
    "compose exec --no-TTY web wget",
    "compose up --detach --no-deps --no-build --wait --wait-timeout 9 scheduler",
    "compose rm --force --stop api-blue bot-blue",
    "compose run --rm --no-deps --no-TTY site",
    "compose exec --no-TTY web sh -c cat /site/caddy/* | sha256sum",
    "compose run --rm --no-deps --no-TTY migrate node bin/record.mjs deploy true",
  ].map((begins) => at(made, begins));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order[0]).toBeGreaterThanOrEqual(0);
  expect([colour(), serving(), serving("former")]).toEqual(["green", "2", "1"]);
});

test.each([
  ["migrate", "run --rm --no-deps --no-TTY migrate"],
  ["try", "exec --interactive stsphera-candidate-api"],
  ["start green", "--force-recreate"],
  ["reach green", "web wget"],
  ["scheduler", "9 scheduler"],
])("a release that is sick at %s is refused, and the former one goes on serving", (step, failing) => {
  const { status, said, calls: made } = deploy("2", { FAIL_AT: failing });
  expect(status).toBe(1);
  expect(said).toContain(`Refused at: ${step}`);
  expect(at(made, "compose rm --force --stop api-blue")).toBe(-1);
  expect(at(made, "compose rm --force --stop api-green bot-green")).toBeGreaterThan(0);
  expect(at(made, "compose run --rm --no-deps --no-TTY site")).toBe(-1);
  expect([colour(), serving()]).toEqual(["blue", "1"]);
  expect(readFileSync(join(home, "state/refused"), "utf8")).toBe("2\n");
});

test("an engine or a registry that fails says nothing of the release: it is tried again", () => {
  const { status, said } = deploy("2", { FAIL_AT: "create " });
  expect(status).toBe(1);
  expect(said).toContain("Refused at: unpack");
  expect(
    existsSync(join(home, "state/refused")) ? readFileSync(join(home, "state/refused"), "utf8") : "",
  ).toBe("");
  expect(deploy("2").status).toBe(0);
});

test("the front door is reloaded only when its configuration is another", () => {
  const reload = "compose exec --no-TTY web caddy reload";
  expect(at(deploy("2").calls, reload)).toBe(-1);
  expect(at(deploy("3", { FRONT_DOOR: "changed" }).calls, reload)).toBeGreaterThan(0);
});

test("without a backup nothing is changed", () => {
  const { status, calls: made } = deploy("2", { BACKUP: "1", BACKUP_S3_BUCKET: "kept" });
  expect(status).toBe(1);
  expect(at(made, "compose run --rm --no-deps --no-TTY migrate node")).toBeGreaterThan(0);
  expect(made.filter((call) => call.endsWith("--no-TTY migrate"))).toEqual([]);
  expect(serving()).toBe("1");
});

test("rollback returns to the former digests without a pull or a migration, and back again", () => {
  expect(run("rollback", [])).toMatchObject({ status: 1, calls: [""] });
  deploy("2");
  const { status, calls: made } = run("rollback", []);
  expect(status).toBe(0);
  expect([colour(), serving(), serving("former")]).toEqual(["blue", "1", "2"]);
  expect(made.filter((call) => /^pull|migrate$/.test(call))).toEqual([]);
  expect(run("rollback", []).status).toBe(0);
  expect([colour(), serving()]).toEqual(["green", "2"]);
});

test("what neither serves nor can be returned to is removed", () => {
  deploy("2");
  const { calls: made } = deploy("3");
  expect([serving(), serving("former")]).toEqual(["3", "2"]);
  expect(made.filter((call) => call.startsWith("image rm"))).toHaveLength(PARTS.length);
});

test("one roll at a time", async () => {
  const holder: ChildProcess = spawn("flock", [join(home, "state/lock"), "sh", "-c", "echo held; sleep 30"]);
  try {
    if (holder.stdout !== null) await once(holder.stdout, "data");
    const { status, said, calls: made } = deploy("2");
    expect({ status, said, made }).toMatchObject({
      status: 1,
      said: expect.stringContaining("running"),
      made: [""],
    });
  } finally {
    spawnSync("pkill", ["-P", String(holder.pid)]);
  }
});

test.each([
  ["another registry", { api: `evil.test/api@sha256:${"0".repeat(64)}` }],
  ["a tag in place of a digest", { bot: "registry.test/sphera/bot:latest" }],
  ["another image of the registry", { bot: `registry.test/sphera/api@sha256:${"0".repeat(64)}` }],
  ["an unknown part", { evil: "registry.test/sphera/evil@sha256:0" }],
  ["a shell's signs", { revision: "$(id)" }],
  ["a path", { revision: "../1" }],
])("a release with %s is refused before anything is done", (_, change) => {
  const { status, calls: made } = run("deploy", [release("2", change)]);
  expect({ status, made }).toEqual({ status: 1, made: [""] });
  expect(serving()).toBe("1");
  expect(readdirSync(join(home, "releases"))).toHaveLength(1);
});

test("the key of CI takes two commands alone", () => {
  const ask = (command: string) => run("gate", [], { SSH_ORIGINAL_COMMAND: command });
  for (const command of ["", "sh", "deploy", "deploy ../x", "rollback now", "pull", "deploy; id"]) {
    expect(ask(command)).toMatchObject({ status: 2, calls: [""] });
  }
  expect(ask(`deploy ${release("2")}`)).toMatchObject({
    status: 0,
    said: expect.stringContaining("Serving 2 in green"),
  });
  expect(ask("rollback").status).toBe(0);
});
