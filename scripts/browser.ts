import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import type { Browser } from "./browser/browser-type.ts";
import { packagedChromium } from "./browser/packaged-chromium.ts";

export type BrowserLaunch = { executablePath: string; args: string[]; env: Record<string, string> };

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const switches = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const plain = (executablePath: string): Browser => ({ executablePath, environment: {} });

/** A browser that lacks a library exists but does not start, so it is run to find out. */
function starts(browser: Browser): boolean {
  if (!existsSync(browser.executablePath)) return false;
  const env = { ...process.env, ...browser.environment };
  return spawnSync(browser.executablePath, ["--version"], { env, timeout: 30_000 }).status === 0;
}

function fromApt(): Browser | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { env, stdio: "ignore" });
  spawnSync("apt-get", ["install", "-qq", "--no-install-recommends", "chromium"], { env, stdio: "ignore" });
  return plain("/usr/bin/chromium");
}

function* candidates(): Generator<Browser | undefined> {
  yield plain(chromium.executablePath());
  for (const path of installed) yield plain(path);
  yield packagedChromium();
  yield fromApt();
}

function choose(): Browser {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (starts(plain(chosen))) return plain(chosen);
    throw new Error(`CHROMIUM_PATH is ${chosen}, but that does not start.`);
  }
  for (const candidate of candidates()) {
    if (candidate && starts(candidate)) return candidate;
  }
  throw new Error("No Chromium that starts was found. Install one and name it in CHROMIUM_PATH.");
}

/** Playwright's `launchOptions` with the first Chromium that starts on this machine. */
export function browserLaunch(): BrowserLaunch {
  const { executablePath, environment } = choose();
  const inherited: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) inherited[name] = value;
  return { executablePath, args: switches, env: { ...inherited, ...environment } };
}
