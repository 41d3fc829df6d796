// Entry point of all scripts: needs only Node 18 and npm. Installs pnpm and the dependencies (Node 24 among them), then
// runs a script of package.json: node scripts/up.mjs <script> [arguments]
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pnpmVersion = "12.21.0";
const nodeMajor = 24;
const [target, ...rest] = process.argv.slice(2);
const targetArguments = rest[0] === "--" ? rest.slice(1) : rest;

const say = (text) => process.stderr.write(`${text}\n`);
const majorOf = (version) => Number.parseInt(version.trim().replace(/^v/, ""), 10);

function fail(message) {
  say(message);
  process.exit(1);
}

const ownPrograms = join(root, "node_modules", ".bin");
const network = /^npm_config_(registry|cafile|proxy|https_proxy|noproxy|strict_ssl)$/i;

/**
 * npm passes its own settings on in the environment; pnpm would warn about each, so only network settings are kept. The
 * Node among the dependencies is removed from npm's path, because npm looks for its global settings beside the Node it
 * runs on.
 */
function environment(extra = {}) {
  const kept = Object.entries(process.env).filter(
    ([name, value]) => !/^npm_config_/i.test(name) || (network.test(name) && value !== ""),
  );
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => resolve(folder) !== ownPrograms);
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter), DO_NOT_TRACK: "1", ...extra };
}

function findPnpm() {
  const local = spawnSync("pnpm", ["--version"], { cwd: root, encoding: "utf8", env: environment() });
  if (local.status === 0 && majorOf(local.stdout) === majorOf(pnpmVersion)) return ["pnpm"];
  return ["npm", "exec", "--yes", "--loglevel=error", `--package=pnpm@${pnpmVersion}`, "--", "pnpm"];
}

function install(pnpm) {
  const first = !existsSync(join(root, "node_modules", ".modules.yaml"));
  if (first) say("Installing dependencies; the first time takes a minute or two …");
  const [command, ...leading] = pnpm;
  const done = spawnSync(
    command,
    [...leading, "install", "--frozen-lockfile", "--prefer-offline", "--reporter=append-only"],
    { cwd: root, encoding: "utf8", env: environment({ CI: "true" }), maxBuffer: 1 << 28 },
  );
  if (done.error) fail(`The dependencies could not be installed: ${done.error.message}`);
  if (done.status === 0) return;
  say(`${done.stdout}${done.stderr}`);
  fail(
    "The dependencies could not be installed; the reason stands above. Is the package registry reachable?",
  );
}

function checkNode() {
  const bundled = join(root, "node_modules", ".bin", "node");
  if (existsSync(bundled) || majorOf(process.version) >= nodeMajor) return;
  fail(
    `STSphera runs on Node ${nodeMajor}; ${process.version} is installed, and this platform has no bundled one.`,
  );
}

function groupLives(pid) {
  try {
    process.kill(-pid, 0);
    return true;
  } catch (error) {
    if (error.code === "ESRCH") return false;
    if (error.code === "EPERM") return true;
    throw error;
  }
}

/** The script runs in its own process group, so that a signal reaches each of its processes once. */
function run(pnpm) {
  const [command, ...leading] = pnpm;
  const child = spawn(command, [...leading, "--silent", "run", target, ...targetArguments], {
    cwd: root,
    env: environment(),
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
  });
  let asked;
  const forward = (signal) => {
    asked = signal;
    if (groupLives(child.pid)) process.kill(-child.pid, signal);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => forward(signal));
  const parent = process.ppid;
  // A killed npm sends no signal: its script is then adopted by another process.
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent && !asked) forward("SIGTERM");
  }, 250);
  child.on("error", (error) => fail(`pnpm does not start: ${error.message}`));
  child.on("exit", (code, signal) => {
    clearInterval(watch);
    const patience = Date.now() + 15_000;
    const leave = () => {
      if (groupLives(child.pid) && Date.now() < patience) return setTimeout(leave, 50);
      const stopped = asked ?? signal;
      process.exit(code ?? (stopped === "SIGINT" ? 130 : 143));
    };
    leave();
  });
}

if (!target) fail("Usage: node scripts/up.mjs <script of package.json> [arguments]");
const ready =
  (process.env.npm_config_user_agent ?? "").startsWith("pnpm/") &&
  majorOf(process.version) >= nodeMajor &&
  existsSync(join(root, "node_modules", ".modules.yaml"));
const pnpm = findPnpm();
if (!ready) {
  install(pnpm);
  checkNode();
}
run(pnpm);
