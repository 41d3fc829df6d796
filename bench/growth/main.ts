// What a growing ledger and a growing audit log cost: their size, the reads of the day, and the work of the night.
// node bench/growth/main.ts [--ledger 1,3,10] [--audit 1,3,10] [--data <folder>]: millions of rows, over the large world.
import { openSync } from "node:fs";
import { loadavg } from "node:os";
import { sealAudit, walkAuditChain } from "@stsphera/core/maintenance";
import { findSumDifferences } from "@stsphera/core/sums";
import { createDatabase, JOB_LIMITS } from "@stsphera/db";
import { dashboard } from "../cases/dashboard.ts";
import type { BenchCase, Wish } from "../cases/bench-case.ts";
import { directorsDashboard } from "../cases/directors-dashboard.ts";
import { factForm } from "../cases/fact-form.ts";
import { floorVolumes } from "../cases/floor-volumes.ts";
import { objectDashboard } from "../cases/object-dashboard.ts";
import { type Child, startChild } from "../processes/child.ts";
import { option } from "../with-system.ts";
import { openWorlds } from "../world/open-worlds.ts";
import { NOW, type World } from "../world/world.ts";
import { growAudit } from "./audit.ts";
import { growLedger } from "./ledger.ts";
import { type Side, timesOf } from "./read-times.ts";
import { sizeOf } from "./without-indexes.ts";

const millionsOf = (name: string): number[] =>
  (option(name) ?? "1,3,10").split(",").filter(Boolean).map(Number);
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};
const show = (what: string, figures: Record<string, string | number>) =>
  console.log(
    `${what}: ${Object.entries(figures)
      .map(([name, figure]) => `${name} ${figure}`)
      .join(", ")} (load average ${loadavg()[0]?.toFixed(0)})`,
  );

const read = (path: (site: World["sites"][number]) => string) => (world: World) =>
  world.sites.map((site): Wish => ({ method: "GET", path: path(site), personId: site.managerId }));
const LEDGER: readonly BenchCase[] = [dashboard, directorsDashboard, objectDashboard, factForm, floorVolumes];

async function ledgerKinds(world: World): Promise<Record<string, Wish[]>> {
  const kinds: Record<string, Wish[]> = {
    "list-of-facts": read(({ objectId }) => `/api/objects/${objectId}/facts?limit=50`)(world),
  };
  for (const { name, wishes } of LEDGER) kinds[name] = await wishes(world);
  return kinds;
}

function auditKinds(world: World): Record<string, Wish[]> {
  const asDirector = (path: string): Wish => ({ method: "GET", path, personId: world.directorId });
  return {
    "of-an-object": read(({ objectId }) => `/api/objects/${objectId}/audit?limit=50`)(world),
    "of-a-thing": Array.from({ length: 20 }, (_, at) =>
      asDirector(`/api/audit?entity=fact&id=${1_000 + at * 40_000}`),
    ),
    "of-the-company": [asDirector("/api/audit/log?limit=50")],
    "of-a-day": [asDirector("/api/audit/log?limit=50&from=2024-03-01&to=2024-03-01")],
    "by-words": [asDirector(`/api/audit/log?limit=50&text=${encodeURIComponent("материала 17")}`)],
  };
}

const opened = await openWorlds(["L"], option("data"), (line) => console.error(line));
const [[world], [made]] = [opened.copies, opened.worlds];
if (world === undefined || made === undefined) throw new Error("there is no large world");
const db = createDatabase(world.url, { max: 4, limits: JOB_LIMITS });
const owner = createDatabase(world.url, { max: 1 });
const log = openSync(opened.logFile, "w");
const apis: Child[] = [];
async function sideOf(of: World, kinds: Side["kinds"]): Promise<Side> {
  const api = startChild("api", { output: log });
  apis.push(api);
  return { api, url: await api.ask<string>("open", { databaseUrl: of.url, now: NOW }), sql: of.sql, kinds };
}
try {
  for (const millions of millionsOf("ledger")) {
    const took = await timed(() => growLedger(owner.sql, millions));
    const { table, indexes } = await sizeOf(owner.sql, "daily_plan_fact");
    show(`ledger ${millions} M`, {
      "made in s": took.toFixed(0),
      GB: table.toFixed(2),
      "indexes GB": indexes.toFixed(2),
    });
    show(
      `ledger 1 → ${millions} M`,
      await timesOf(
        await sideOf(world, await ledgerKinds(world)),
        await sideOf(made, await ledgerKinds(made)),
      ),
    );
    const differences: unknown[] = [];
    const night = await timed(async () => differences.push(...(await findSumDifferences(db))));
    show(`ledger ${millions} M, nightly`, {
      "sums compared in s": night.toFixed(1),
      differences: differences.length,
    });
  }
  for (const millions of millionsOf("audit")) {
    let sealed = 0;
    const made = await timed(async () => (sealed = await growAudit(db, owner.sql, millions)));
    const log = await sizeOf(owner.sql, "audit_log");
    const chain = await sizeOf(owner.sql, "audit_chain");
    show(`audit ${millions} M`, {
      "made in s": (made - sealed).toFixed(0),
      "sealed in s": sealed.toFixed(0),
      GB: log.table.toFixed(2),
      "indexes GB": log.indexes.toFixed(2),
      "chain GB": (chain.table + chain.indexes).toFixed(2),
    });
    show(`audit ${millions} M, reads`, await timesOf(await sideOf(world, auditKinds(world))));
    const week = new Date(NOW.getTime() + millions * 8 * 86_400_000);
    const sweep = await timed(() => sealAudit(db, { everything: true }));
    const whole = await timed(() => walkAuditChain(db, [], week));
    const next = await timed(() => walkAuditChain(db, [], week));
    show(`audit ${millions} M, nightly`, {
      "looked for what is not sealed in s": sweep.toFixed(1),
      "whole chain walked in s": whole.toFixed(0),
      "walked on from the last in s": next.toFixed(2),
    });
  }
} finally {
  await Promise.all(apis.map((api) => api.stop()));
  await db.close();
  await owner.close();
  await opened.close();
}
