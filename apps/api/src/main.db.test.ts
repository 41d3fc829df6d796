import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { createTestWorld, type World } from "@stsphera/core/testing";
import { startPooler } from "@stsphera/db/testing";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createAccessTokens } from "./auth/access-token.ts";

const SECRET = "kW7xQ2vN9pLr4tYb8mCd3fGh6jZs1aUe";
let world: World;
let child: ChildProcess | undefined;

beforeAll(async () => {
  world = await createTestWorld();
});
afterEach(() => {
  child?.kill("SIGKILL");
});
afterAll(() => world.close());

function environment(change: Record<string, string> = {}): Record<string, string> {
  const { host, port, user, pass, database } = world.db.sql.options;
  return {
    PATH: process.env["PATH"] ?? "",
    NODE_ENV: "development",
    HOST: "127.0.0.1",
    DATABASE_URL: `postgres://${user}:${String(pass)}@${host[0]}:${port[0]}/${database}`,
    TELEGRAM_BOT_TOKEN: "7000000001:AAStsphera-test-vector-token-000000",
    JWT_SECRET: SECRET,
    PUBLIC_URL: "http://127.0.0.1:9",
    S3_ENDPOINT: "http://127.0.0.1:9",
    S3_BUCKET: "stsphera",
    S3_ACCESS_KEY: "AKDJF83HFK20DKS",
    S3_SECRET_KEY: "pLr4tYb8mCd3fGh6jZs1aUekW7xQ2vN9",
    ...change,
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

type Running = { output: () => string; ended: Promise<number | null> };

function start(env: Record<string, string>): Running {
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const started = spawn(process.execPath, [main], { env, stdio: ["ignore", "pipe", "pipe"] });
  child = started;
  let output = "";
  for (const stream of [started.stdout, started.stderr])
    stream.on("data", (chunk) => (output += String(chunk)));
  return { output: () => output, ended: once(started, "exit").then(([code]) => code as number | null) };
}

async function portOf({ output, ended }: Running): Promise<number> {
  const over = ended.then(() => true);
  for (;;) {
    const found = /"port":(\d+)/.exec(output());
    if (found !== null) return Number(found[1]);
    const gone = await Promise.race([
      over,
      new Promise<false>((resolve) => setTimeout(() => resolve(false), 25)),
    ]);
    if (gone) throw new Error(`the API ended: ${output()}`);
  }
}

test("the process answers; on SIGTERM it is not ready at once, serves on for a moment and exits", async () => {
  const running = start(environment({ PORT: String(await freePort()), DRAIN_MS: "3000" }));
  const port = await portOf(running);
  const [admin, now] = [await world.as("admin"), new Date()];
  const headers = { authorization: `Bearer ${createAccessTokens(SECRET).issue(admin.id, now)}` };
  const me = await fetch(`http://127.0.0.1:${port}/api/me`, { headers });
  expect(me.status).toBe(200);
  expect(await me.json()).toMatchObject({ user: { id: admin.id } });
  child?.kill("SIGTERM");
  await vi.waitFor(() => expect(running.output()).toContain('"msg":"stopping"'));
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
  expect(await ready.json()).toMatchObject({ status: "not_ready", checks: { process: false } });
  expect((await fetch(`http://127.0.0.1:${port}/api/me`, { headers })).status).toBe(200);
  expect(await running.ended).toBe(0);
  expect(running.output()).toContain('"msg":"stopped"');
  expect(running.output()).not.toContain(SECRET);
});

test("regression 4: in production the process does not start with development secrets", async () => {
  const running = start(environment({ NODE_ENV: "production" }));
  expect(await running.ended).not.toBe(0);
  expect(running.output()).toContain("TELEGRAM_BOT_TOKEN belongs to the development stand-in");
  expect(running.output()).not.toContain("listens");
});

test("regression 4: in production the process does not start without a secret", async () => {
  const running = start(environment({ NODE_ENV: "production", JWT_SECRET: "" }));
  expect(await running.ended).not.toBe(0);
  expect(running.output()).toContain("JWT_SECRET is not set");
});

test("behind a pooler that shares server connections the process does not start, and says why", async () => {
  const direct = environment();
  const pooler = await startPooler(direct["DATABASE_URL"] ?? "", "transaction");
  const running = start({ ...direct, DATABASE_URL: pooler.url, PORT: String(await freePort()) });
  expect(await running.ended).toBe(1);
  expect(running.output()).toContain("Set pool_mode = session");
  expect(running.output()).not.toContain("listens");
  pooler.close();
});
