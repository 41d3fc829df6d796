// Runs the database tests of the former release on the schema of this one, as happens while a deploy replaces the services:
// pnpm reliability:former-release [commit] [paths of tests]
import { execFileSync, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "@stsphera/db/migrate";
import { startPostgres } from "../../../scripts/postgres/start-postgres.ts";
import { temporaryFolder } from "../../../scripts/temporary-folder.ts";

const root = join(import.meta.dirname, "../../..");
/** Verbs, rights and lists of every part; tests of the schema itself know only their own. */
const SMOKE = ["packages/core/src/domains", "apps/bot/src/features/fact", "apps/api/src/routes"];

const [given, ...paths] = process.argv.slice(2);
const git = (...words: string[]) => execFileSync("git", words, { cwd: root, encoding: "utf8" }).trim();

/** The newest version tag; without one, the code before the newest migration came. */
function formerRelease(): string {
  const tag = git("tag", "--list", "v*", "--sort=-version:refname").split("\n")[0];
  if (tag) return tag;
  const files = git("ls-files", "packages/db/migrations/*.sql").split("\n");
  return `${git("log", "--diff-filter=A", "--format=%H", "-1", "--", files.at(-1) ?? "")}^`;
}

function run(folder: string, command: string[], environment: Record<string, string> = {}): void {
  const [program = "", ...words] = command;
  const done = spawnSync(program, words, {
    cwd: folder,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  if (done.status !== 0) throw new Error(`${command.slice(0, 3).join(" ")} … failed`);
}

const commit = git("rev-parse", given ?? formerRelease());
const folder = await temporaryFolder("former");
const checkout = join(folder, "checkout");
const began = performance.now();
process.stdout.write(`The former release is ${git("log", "-1", "--format=%h %s", commit)}\n`);
git("worktree", "add", "--detach", checkout, commit);
const server = await startPostgres({ folder: join(folder, "postgres"), disposable: true });
try {
  run(checkout, ["pnpm", "install", "--frozen-lockfile", "--prefer-offline", "--reporter=append-only"]);
  // Every database made on this server, the template of the tests too, begins with the schema of this release.
  const template = new URL(server.url);
  template.pathname = "/template1";
  await migrate(template.href);
  const tests = paths.length > 0 ? paths : SMOKE;
  run(checkout, ["pnpm", "vitest", "run", "--project", "db", ...tests], { DATABASE_URL: server.url });
  process.stdout.write(`It works on this schema; ${Math.round((performance.now() - began) / 1000)} s\n`);
} finally {
  await server.stop();
  git("worktree", "remove", "--force", checkout);
  rmSync(folder, { recursive: true, force: true });
}
