import { ALERT_WAYS, type AlertKind, type AlertWay } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { sql } from "drizzle-orm";
import type { Change, DomainEvent, Tx } from "../../../kernel/index.ts";
import type { ConditionName } from "../conditions.ts";

const { alerts, alertSendings } = schema;

/** How long Telegram has to deliver an alert before it goes by mail and webhook, in ms. */
export const FALLBACK_AFTER_MS = 2 * 60_000;

type NewAlert = { name: ConditionName | null; kind: AlertKind; value: number | null; now: Date };

/** Stores an alert; it waits for Telegram before it takes the other ways, and a test takes all of them at once. */
export async function insertAlert(
  tx: Tx,
  { name, kind, value, now }: NewAlert,
): Promise<{ id: number; change: Change; event: DomainEvent }> {
  const [row] = await tx.insert(alerts).values({ name, kind, value, at: now }).returning({ id: alerts.id });
  if (row === undefined) throw new Error("an alert was not stored");
  const nextAttemptAt = new Date(now.getTime() + (kind === "test" ? 0 : FALLBACK_AFTER_MS));
  const ways = await waysInUse(tx);
  if (ways.length > 0)
    await tx.insert(alertSendings).values(ways.map((way) => ({ alertId: row.id, way, nextAttemptAt })));
  const subject = { entityType: "alert", entityId: row.id, objectId: null };
  const after = { condition: name, alertKind: kind };
  return {
    id: row.id,
    change: { ...subject, before: null, after },
    event: { ...subject, type: "system.alert", payload: { name, kind, value } },
  };
}

/** The ways that the scheduler has settings for, as its newest heartbeat says. */
async function waysInUse(tx: Tx): Promise<AlertWay[]> {
  const [row] = await tx.execute<{ ways: unknown }>(sql`
    select details->'alertWays' as ways from ops_records where kind = 'heartbeat' order by at desc, id desc limit 1`);
  return ALERT_WAYS.filter((way) => Array.isArray(row?.ways) && row.ways.includes(way));
}
