import type { UserActor } from "@stsphera/rbac";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sealAudit } from "../../maintenance/index.ts";
import { openRelayDesk, type RelayDesk } from "../../notify/testing/relay-desk.ts";
import { outcomes, refusalOf, type World } from "../../../testing/index.ts";
import type { SystemProbes } from "../system-state.ts";
import { readAlertWays } from "./read-alert-ways.ts";
import { type AlertMessage, sendNextAlert } from "./send-alerts.ts";
import { tellAlert } from "./tell-alert.ts";
import { tryAlerts } from "./try-alerts.ts";
import { WATCH, watchConditions } from "./watch-conditions.ts";

let desk: RelayDesk;
let world: World;
let admin: UserActor;
let start: Date;
let minutes: number;
let isDiskFull: boolean;
let mailed: AlertMessage[];
let mailIsAway: boolean;
let warnings: string[];
let messages: string[];

const now = () => new Date(start.getTime() + minutes * 60_000);
const probes = async (): Promise<SystemProbes> => ({
  store: "ok",
  disk: { freeBytes: isDiskFull ? 5 : 50, totalBytes: 100 },
  certificateDays: 60,
});
const deps = () => ({
  db: world.db,
  now,
  probes,
  publicUrl: "https://sts.example",
  warn: (words: string) => void warnings.push(words),
  senders: {
    mail: async (message: AlertMessage) => {
      if (mailIsAway) throw new Error("552 too much");
      mailed.push(message);
    },
  },
});

/** Two schedulers look side by side, as they would every half minute. */
async function watchUntil(end: number, isTelegramThere = false): Promise<void> {
  for (; minutes <= end; minutes += 0.5) {
    if (isTelegramThere) {
      while ((await sealAudit(world.db)) > 0);
      await desk.relay();
      messages.push(...(await desk.sent()).map(({ text }) => text));
    }
    await world.db.sql`update ops_records set at = ${now()} where kind <> 'heartbeat'`;
    await beatWith(["mail"]);
    await Promise.all([watchConditions(deps()), watchConditions(deps())]);
  }
}
const beatWith = (ways: string[]) => world.db.sql`
  insert into ops_records (kind, at, ok, details)
  values ('heartbeat', ${now()}, true, ${world.db.sql.json({ lsn: "0/1", alertWays: ways })})`;
const told = () =>
  world.db.read<{ name: string; kind: string }>(`select name, kind from alerts order by id`, []);
async function sendAll(): Promise<void> {
  while (await sendNextAlert(deps()));
}

beforeEach(async () => {
  desk = await openRelayDesk({ volumes: [] });
  ({ world } = desk);
  admin = await world.as("admin");
  [start, minutes, isDiskFull, mailed, mailIsAway] = [world.now, 0, false, [], false];
  [warnings, messages] = [[], []];
  await world.db.sql`
    insert into ops_records (kind, at, ok, details)
    select k, ${start}::timestamptz, true, '{}' from unnest('{backup,restore_drill,audit_check}'::text[]) k`;
  await world.db.sql`insert into audit_chain (position, audit_id, hash)
    select row_number() over (order by id), id, '' from audit_log`;
});
afterEach(() => desk.close());

describe("trouble", () => {
  test("is told once by two schedulers, at its beginning and its end, and nothing is told twice", async () => {
    await watchUntil(2, true);
    expect(await told()).toEqual([]);
    isDiskFull = true;
    await watchUntil(10, true);
    expect(await told()).toEqual([{ name: "disk_short", kind: "begins" }]);
    isDiskFull = false;
    await watchUntil(30, true);
    expect(await told()).toEqual([
      { name: "disk_short", kind: "begins" },
      { name: "disk_short", kind: "ends" },
    ]);
    expect(messages).toHaveLength(2);
    expect(messages[0]).toContain("На диске");
    expect(messages[0]).toContain("Что делать");
    expect(messages[1]).toContain("снова в порядке");
  });

  test("a changed audit log is told", async () => {
    await world.db.sql`update ops_records set ok = false where kind = 'audit_check'`;
    await watchUntil(3);
    expect(await told()).toEqual([{ name: "audit_broken", kind: "begins" }]);
  });

  test("of two that tell at the same instant one is refused, and nobody else may tell", async () => {
    await world.db.sql`insert into alert_states (name, differs_since) values ('disk_short', ${start})`;
    minutes = 5;
    const asked = { name: "disk_short", state: "bad", value: 0.05 } as const;
    const ctx = world.ctx(WATCH, { now: now() });
    const both = await outcomes([tellAlert.run(ctx, asked), tellAlert.run(ctx, asked)]);
    expect([both.done.length, both.refused]).toEqual([1, ["conflict"]]);
    const before = await world.traces();
    expect((await refusalOf(tellAlert.run(world.ctx(admin), asked))).code).toBe("forbidden");
    expect(await world.traces()).toEqual(before);
  });
});

describe("mail", () => {
  const begin = async () => {
    isDiskFull = true;
    await watchUntil(2);
  };

  test("is spared when Telegram delivered in time", async () => {
    await begin();
    await desk.relay();
    await desk.sent();
    minutes += 3;
    await sendAll();
    expect(mailed).toEqual([]);
    expect(await world.db.read(`select status from alert_sendings`, [])).toEqual([{ status: "spared" }]);
  });

  test("goes once, by whichever scheduler, when Telegram did not", async () => {
    await begin();
    await desk.relay();
    await sendAll();
    expect(mailed, "Telegram still has time").toEqual([]);
    minutes += 3;
    await Promise.all([sendAll(), sendAll()]);
    expect(mailed).toMatchObject([
      {
        name: "disk_short",
        kind: "begins",
        url: "https://sts.example/admin/health",
        title: "⚠️ Место на диске",
      },
    ]);
    await sendAll();
    expect(mailed).toHaveLength(1);
  });

  test("is tried again after a failure, and given up after six", async () => {
    await begin();
    mailIsAway = true;
    for (let n = 0; n < 12; n++) {
      minutes += 180;
      await sendAll();
    }
    expect(await world.db.read(`select status, attempts, error from alert_sendings`, [])).toEqual([
      { status: "failed", attempts: 6, error: "552 too much" },
    ]);
    expect(warnings).toHaveLength(6);
  });
});

test("a test goes every way that is set, at once, and says what came of it; only administrators send one", async () => {
  await beatWith(["mail"]);
  const before = await world.traces();
  const director = world.ctx(await world.as("director"));
  expect((await refusalOf(tryAlerts.run(director, {}))).code).toBe("forbidden");
  expect(await world.traces()).toEqual(before);
  await tryAlerts.run(world.ctx(admin), {});
  const results = async () =>
    Object.fromEntries((await readAlertWays(world.db.read)).ways.map(({ way, test: came }) => [way, came]));
  expect(await results()).toEqual({ telegram: "waits", mail: "waits", webhook: null });
  await desk.relay();
  await desk.sent();
  await sendAll();
  expect(await results()).toEqual({ telegram: "sent", mail: "sent", webhook: null });
  expect(mailed).toMatchObject([{ kind: "test", title: "🔔 Проверка оповещений" }]);
});
