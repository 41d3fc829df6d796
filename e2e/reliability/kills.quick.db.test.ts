import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { faultyTelegram } from "./deliveries/faulty-telegram.ts";
import { killApi } from "./kills/api.ts";
import { killBot } from "./kills/bot.ts";
import { killScheduler } from "./kills/scheduler.ts";
import { restartDatabase } from "./outages/database.ts";
import { type OwnDatabase, ownDatabase } from "./support/own-database.ts";
import { broken } from "./support/report.ts";
import { type Running, start } from "./support/running.ts";
import { ENTERERS } from "./support/sites.ts";

// The whole system starts, is killed and waits for its leases, which takes long on a busy machine.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 });

let database: OwnDatabase;
let running: Running;

beforeAll(async () => {
  database = await ownDatabase("quickdb");
  running = await start({ purpose: "quick", environment: database.environment });
});

afterAll(async () => {
  await running.stop();
  await database.remove();
});

test("the API is killed three times under writes: every acknowledged entry exists once", async () => {
  const people = ENTERERS.slice(0, 4);
  expect(broken([await killApi(running, { people, writes: 60, kills: 3 })])).toEqual([]);
});

test("the scheduler is killed while it sends: every message arrives", async () => {
  expect(broken([await killScheduler(running, { people: ENTERERS, messages: 40, kills: 1 })])).toEqual([]);
});

test("Telegram refuses, fails, hangs and resets: every message arrives, no pause is broken", async () => {
  expect(broken([await faultyTelegram(running, { people: ENTERERS, messages: 100, seconds: 5 })])).toEqual(
    [],
  );
});

test("PostgreSQL stops and restarts: 503 meanwhile, nothing lost, all services recover", async () => {
  const [writers, chatters] = [ENTERERS.slice(0, 3), ENTERERS.slice(3, 5)];
  const pace = { restarts: 1, awayMs: 2_000, betweenMs: 3_000 };
  const proof = await restartDatabase(running, database, { writers, chatters, perChatter: 2, ...pace });
  expect(broken([proof])).toEqual([]);
});

test("the bot is killed twice while users enter facts: each is in the ledger once and answered", async () => {
  const people = ENTERERS.slice(5, 9);
  expect(broken([await killBot(running, { people, perPerson: 3, kills: 2 })])).toEqual([]);
});
