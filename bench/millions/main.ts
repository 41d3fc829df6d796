// Ten million rows of the ledger and of the log: the reads of a day, an entry, and the work of the night.
import { randomUUID } from "node:crypto";
import { loadavg } from "node:os";
import {
  type Context,
  enterFact,
  getDashboard,
  getFactForm,
  getObjectDashboard,
  listAudit,
  listFacts,
  listJournal,
  listObjectAudit,
  loadActor,
} from "@stsphera/core";
import { sealAudit, walkAuditChain } from "@stsphera/core/maintenance";
import { findSumDifferences } from "@stsphera/core/sums";
import { createDatabase, type Database } from "@stsphera/db";
import postgres from "postgres";
import { cleanUp } from "../../apps/scheduler/src/jobs/clean-up.ts";
import { option } from "../with-system.ts";
import { openWorlds } from "../world/open-worlds.ts";
import { NOW, TODAY } from "../world/world.ts";
import { fillLedger, fillLog } from "./fill-history.ts";
import { measure, type Measured, noting } from "./measure.ts";

const MILLIONS = Number(option("millions") ?? 10);
const RUNS = 10;
const say = (line: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`);

/** What the night compares; a made world that is not true would be measured for nothing. */
async function differences(of: Database): Promise<void> {
  const found = await findSumDifferences(of);
  if (found.length > 0) throw new Error(`${found.length} sums differ from the ledger`);
}

const opened = await openWorlds(["L"], option("data"), say);
const [world] = opened.copies;
if (world === undefined) throw new Error("there is no world");
const db = createDatabase(world.url, { max: 4, applicationName: "stsphera-bench" });
try {
  const sql = postgres(world.url, { max: 1, onnotice: () => undefined });
  for (const setting of [
    "session_replication_role = replica",
    "work_mem = '256MB'",
    "maintenance_work_mem = '1GB'",
  ])
    await sql.unsafe(`set ${setting}`);
  await fillLedger(sql, world.url, MILLIONS - 1);
  say("the ledger is there");
  await fillLog(sql, MILLIONS * 1_000_000, NOW);
  say("the log is there");
  await sql.unsafe("vacuum (analyze) audit_log");
  await sql.unsafe("vacuum (analyze) daily_plan_fact");
  await sql.end();
  while ((await sealAudit(db, { most: 5_000 })) > 0);
  await db.sql`vacuum (analyze) audit_chain`;
  say("the log is sealed");

  const noted = noting(db);
  const as = async (userId: number): Promise<Context> => {
    const actor = await loadActor(db, { userId }, NOW);
    if (actor === null) throw new Error(`there is no user ${userId}`);
    return { db: noted.db, actor, now: NOW, requestId: randomUUID() };
  };
  const [site] = world.sites;
  if (site === undefined) throw new Error("nobody works in this world");
  const [director, manager, foreman] = await Promise.all(
    [world.directorId, site.managerId, site.foremanId].map(as),
  );
  if (director === undefined || manager === undefined || foreman === undefined)
    throw new Error("nobody is there");
  const { objectId } = site;
  const cells = await db.sql<{ id: number }[]>`
    select id from floor_volumes where object_id = ${objectId} order by id desc limit ${RUNS + 1}`;
  const [bounds] = await db.sql<
    { day: string }[]
  >`select (max(at) - interval '30 days')::date::text as day from audit_log`;
  const day = bounds?.day ?? TODAY;
  const rare = "аэростата";
  let cell = 0;
  const enter = () =>
    enterFact.run(
      { ...foreman, requestId: randomUUID() },
      {
        objectId,
        floorVolumeId: cells[cell++ % cells.length]?.id ?? 0,
        date: TODAY,
        quantity: "1",
        workers: 4,
        confirmDuplicate: true,
        planReason: { code: "extra_work" },
      },
    );
  const audited = (filters: Parameters<typeof listAudit.run>[1]) => () => listAudit.run(director, filters);
  const works: readonly [string, number, () => Promise<unknown>][] = [
    ["dashboard of the director", RUNS, () => getDashboard.run(director, {})],
    ["dashboard of an object", RUNS, () => getObjectDashboard.run(manager, { objectId })],
    ["form of a fact", RUNS, () => getFactForm.run(foreman, { objectId })],
    ["entries of an object, first page", RUNS, () => listFacts.run(manager, { objectId })],
    ["journal of a day", RUNS, () => listJournal.run(manager, { objectId, date: TODAY })],
    ["log of the company, first page", RUNS, audited({})],
    ["log: one thing", RUNS, audited({ kind: "fact", id: 4_000 })],
    ["log: one person", RUNS, audited({ who: "Иванов" })],
    ["log: one object", RUNS, audited({ objectId })],
    ["log: one object, from a day on", RUNS, audited({ objectId, from: day })],
    ["log: days long ago", RUNS, audited({ from: "2026-01-10", to: "2026-01-12" })],
    ["log: a rare word", RUNS, audited({ text: rare })],
    ["log: a word of every eleventh row", RUNS, audited({ text: "заказчика" })],
    ["log: a word nobody wrote", RUNS, audited({ text: "дирижабль" })],
    ["log: a rare word and an object", RUNS, audited({ text: rare, objectId })],
    ["history of an object", RUNS, () => listObjectAudit.run(manager, { objectId })],
    ["an entry", RUNS, enter],
    ["sealing what was written", RUNS, () => sealAudit(db)],
    ["comparing the sums with the ledger", 0, () => differences(noted.db)],
    ["the chain, whole", 0, () => walkAuditChain(db, [], NOW)],
    ["the chain, since the last walk", RUNS, () => walkAuditChain(db, [], NOW)],
    ["cleaning up", 0, () => cleanUp({ db: noted.db, now: () => NOW })],
  ];
  const found: Measured[] = [];
  for (const [what, runs, work] of works) {
    const one = await measure(noted, what, runs, work);
    found.push(one);
    say(`${what}: ${one.median.toFixed(1)} ms`);
    for (const line of one.plan) console.error(`    ${line}`);
  }
  const sizes = await db.sql<{ name: string; rows: number; size: string }[]>`
    select c.relname as name, c.reltuples::float8 as rows, pg_size_pretty(pg_total_relation_size(c.oid)) as size
    from pg_class c where c.relname in ('daily_plan_fact', 'audit_log', 'audit_chain') order by 1`;
  console.log(`${new Date().toISOString().slice(0, 10)}, load average ${loadavg()[1]?.toFixed(1)}: `);
  console.log(
    sizes.map(({ name, rows, size }) => `${name} ${(rows / 1e6).toFixed(1)} M rows, ${size}`).join("; "),
  );
  console.log("\n| work | median, ms | slowest of 10, ms |\n| --- | ---: | ---: |");
  for (const { what, median, max } of found)
    console.log(`| ${what} | ${median.toFixed(1)} | ${max.toFixed(1)} |`);
} finally {
  await db.close();
  await opened.close();
}
