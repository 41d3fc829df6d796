import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { writeFakeCheckout } from "../testing/fake-checkout.ts";
import { freePortBase } from "../testing/free-port-base.ts";
import { launch, type Launched, type LaunchOptions } from "./launch.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

let checkout: string;
let launched: Launched | undefined;

beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), "запуск с пробелом "));
  writeFakeCheckout(checkout);
});

afterEach(async () => {
  await launched?.stop();
  launched = undefined;
});

afterAll(() => rmSync(checkout, { recursive: true, force: true }));

async function options(more: Partial<LaunchOptions> = {}): Promise<LaunchOptions> {
  const dataDir = mkdtempSync(join(checkout, "data-"));
  const environment = { DATABASE_URL: "postgres://somebody:secret@127.0.0.1:1/elsewhere" };
  return { portBase: await freePortBase(), dataDir, checkout, environment, ...more };
}

const answers = async (url: string) => (await fetch(url)).json();

async function refuses(url: string): Promise<boolean> {
  return fetch(url).then(
    () => false,
    () => true,
  );
}

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await sleep(20);
}

test("all parts answer behind one origin, and nothing is left after the stop", async () => {
  launched = await launch(await options());
  const { addresses } = launched;
  expect(await answers(`${addresses.miniApp}/api/objects?limit=5`)).toMatchObject({
    url: "/api/objects?limit=5",
  });
  expect(await answers(`${addresses.miniApp}/telegram/webhook`)).toMatchObject({ service: "bot" });
  expect(await (await fetch(`${addresses.miniApp}/objects/7`)).text()).toContain("<title>Fake</title>");
  await launched.stop();
  for (const url of [addresses.miniApp, addresses.api, addresses.bot, addresses.scheduler]) {
    expect(await refuses(url), url).toBe(true);
  }
});

test("the demo story is seeded once, and again after a fresh start", async () => {
  const chosen = await options();
  const steps = () => readFileSync(join(chosen.dataDir, "steps"), "utf8");
  launched = await launch(chosen);
  await launched.stop();
  launched = await launch(chosen);
  await launched.stop();
  expect(steps()).toBe("migrate seed migrate ");
  launched = await launch({ ...chosen, fresh: true });
  expect(steps()).toBe("migrate seed ");
});

test("development secrets stay the same, and only their owner can read them", async () => {
  const chosen = await options();
  launched = await launch(chosen);
  const { TELEGRAM_BOT_TOKEN: token, JWT_SECRET: secret } = launched.environment;
  expect(token).toMatch(/^7000000001:AA[\w-]{33}$/);
  expect(statSync(join(chosen.dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
  await launched.stop();
  launched = await launch(chosen);
  expect(launched.environment).toMatchObject({ TELEGRAM_BOT_TOKEN: token, JWT_SECRET: secret });
});

test("a second start on the same folder names the running process", async () => {
  const chosen = await options();
  launched = await launch(chosen);
  await expect(launch(chosen)).rejects.toThrow(`process ${process.pid}, http://localhost:${chosen.portBase}`);
  expect(await answers(`${launched.addresses.miniApp}/api/x`)).toMatchObject({ service: "api" });
});

test("a lock of a dead process is taken over", async () => {
  const chosen = await options();
  writeFileSync(
    join(chosen.dataDir, "launcher.lock"),
    JSON.stringify({ pid: process.pid, started: "other" }),
  );
  launched = await launch(chosen);
  expect(await answers(`${launched.addresses.miniApp}/api/x`)).toMatchObject({ service: "api" });
});

test("a port in use is named together with a way out", async () => {
  const chosen = await options();
  const other = createServer().listen(chosen.portBase + 2, "127.0.0.1");
  await until(() => other.listening);
  const failure = launch(chosen);
  await expect(failure).rejects.toThrow(new RegExp(`Port ${chosen.portBase + 2} \\(bot\\).*PORT_BASE`));
  expect(existsSync(join(chosen.dataDir, "launcher.lock"))).toBe(false);
  other.close();
});

test("a killed service is restarted", async () => {
  launched = await launch(await options());
  const url = `${launched.addresses.miniApp}/api/x`;
  const before = launched.pid("api");
  launched.kill("api", "SIGKILL");
  await until(() => launched?.pid("api") !== before);
  await until(async () => (await fetch(url)).ok);
  expect(launched.pid("api")).not.toBe(before);
});

test("a service that fails at start fails the launch with its last output, and everything is stopped", async () => {
  const broken = mkdtempSync(join(tmpdir(), "broken-"));
  writeFakeCheckout(broken);
  writeFileSync(join(broken, "apps/bot/src/main.ts"), 'console.error("no token"); process.exit(3);');
  const chosen = await options({ checkout: broken });
  await expect(launch(chosen)).rejects.toThrow(/bot ended with exit code 3[\s\S]*no token/);
  expect(await refuses(`http://127.0.0.1:${chosen.portBase + 1}/readyz`)).toBe(true);
  rmSync(broken, { recursive: true, force: true });
});

test("processes left by a killed launcher are ended by the next one", async () => {
  const chosen = await options();
  const launcher = join(import.meta.dirname, "launch.ts");
  const script = `
    const { launch } = await import(${JSON.stringify(launcher)});
    await launch(${JSON.stringify(chosen)});
    console.log("up");
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("exit", resolve));
  expect(await answers(`http://127.0.0.1:${chosen.portBase + 1}/x`)).toMatchObject({ service: "api" });
  const shown: string[] = [];
  launched = await launch({ ...chosen, show: (line) => shown.push(line) });
  expect(shown.join("\n")).toContain("Ended 5 processes");
  expect(await answers(`${launched.addresses.miniApp}/api/x`)).toMatchObject({ service: "api" });
});
