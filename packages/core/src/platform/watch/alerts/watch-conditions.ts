import { randomUUID } from "node:crypto";
import type { Database } from "@stsphera/db";
import type { SystemActor } from "@stsphera/rbac";
import { DomainError } from "../../../kernel/index.ts";
import { CONDITION_NAMES, type ConditionName, judge } from "../conditions.ts";
import { readSystemState } from "../read-system-state.ts";
import type { SystemProbes } from "../system-state.ts";
import { nextStep, type Told, UNTOLD } from "./next-step.ts";
import { tellAlert } from "./tell-alert.ts";

export const WATCH: SystemActor = { kind: "system", job: "watch", permissions: [] };

export type WatchDeps = {
  db: Database;
  now: () => Date;
  probes: () => Promise<SystemProbes>;
};

type Row = { name: string; bad: boolean; differsSince: string | null; toldAt: string | null };

const READ = `select name, bad, differs_since as "differsSince", told_at as "toldAt" from alert_states`;

/** A difference is noted once: of two processes the earlier instant stays. */
const NOTE = `
  insert into alert_states (name, differs_since) values ($1, $2::timestamptz)
  on conflict (name) do update set differs_since = case when $2::timestamptz is null then null
    else coalesce(alert_states.differs_since, excluded.differs_since) end`;

/** Judges every condition and tells what has begun, lasts or has ended; returns how many alerts it told. */
export async function watchConditions({ db, now, probes }: WatchDeps): Promise<number> {
  const at = now();
  const [told, state] = await Promise.all([
    readTold(db),
    probes().then((seen) => readSystemState(db, at, seen)),
  ]);
  let count = 0;
  for (const name of CONDITION_NAMES) {
    const judged = judge(name, state);
    const before = told.get(name) ?? UNTOLD;
    const { tell, differsSince } = nextStep(before, judged.state, at);
    if (tell !== null && judged.state !== "unknown")
      count += await tellOnce(db, at, { ...judged, state: judged.state });
    else if (differsSince?.getTime() !== before.differsSince?.getTime())
      await db.read(NOTE, [name, differsSince?.toISOString() ?? null]);
  }
  return count;
}

async function readTold(db: Database): Promise<Map<string, Told>> {
  const rows = await db.read<Row>(READ, []);
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  return new Map(
    rows.map(({ name, bad, differsSince, toldAt }) => [
      name,
      { bad, differsSince: instant(differsSince), toldAt: instant(toldAt) },
    ]),
  );
}

type Bad = { name: ConditionName; state: "good" | "bad"; value: number | null };

/** Another process may have told it since it was read: that is no error. */
async function tellOnce(db: Database, now: Date, { name, state, value }: Bad): Promise<number> {
  const ctx = { db, now, actor: WATCH, requestId: `watch:${randomUUID()}` };
  const measure = value === null || !Number.isFinite(value) ? null : value;
  try {
    await tellAlert.run(ctx, { name, state, value: measure });
    return 1;
  } catch (error) {
    if (error instanceof DomainError && error.code === "conflict") return 0;
    throw error;
  }
}
