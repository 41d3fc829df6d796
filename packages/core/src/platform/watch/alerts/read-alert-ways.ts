import { ALERT_WAYS, type AlertWay } from "@stsphera/contracts/vocabulary";
import type { Reader } from "@stsphera/db";

export type WayOfAlerts = {
  way: AlertWay | "telegram";
  /** Whether the installation has settings for it. */
  isSet: boolean;
  /** What came of the newest test: null without one. */
  test: "waits" | "sent" | "failed" | null;
  error: string | null;
};

export type AlertWays = { ways: WayOfAlerts[]; testedAt: string | null };

const STATEMENT = `
  select (select h.details->'alertWays' from ops_records h where h.kind = 'heartbeat' order by h.at desc, h.id desc limit 1)
      as "inUse",
    a.at as "testedAt",
    (select json_agg(json_build_object('way', s.way, 'status', s.status, 'error', s.error))
      from alert_sendings s where s.alert_id = a.id) as sendings,
    (select json_agg(json_build_object('status', d.status, 'error', d.error))
      from notifications n join deliveries d on d.notification_id = n.id
      where n.type = 'system.alert' and n.entity_type = 'alert' and n.entity_id = a.id) as messages
  from (select 1) one left join lateral (
    select id, at from alerts where kind = $1 order by at desc, id desc limit 1) a on true`;

type Sent = { status: string; error: string | null };
type Row = {
  inUse: unknown;
  testedAt: string | null;
  sendings: (Sent & { way: AlertWay })[] | null;
  messages: Sent[] | null;
};

/** The ways that alerts take, which of them are set, and what came of the newest test, in one statement. */
export async function readAlertWays(read: Reader): Promise<AlertWays> {
  const [row] = await read<Row>(STATEMENT, ["test"]);
  const inUse = Array.isArray(row?.inUse) ? row.inUse : [];
  const tested = row?.testedAt ?? null;
  const testedAt = tested === null ? null : new Date(tested).toISOString();
  const others = ALERT_WAYS.map((way): WayOfAlerts => {
    const sent = row?.sendings?.find((one) => one.way === way);
    return { way, isSet: inUse.includes(way), ...outcomeOf(sent === undefined ? [] : [sent], null) };
  });
  const telegram = outcomeOf(row?.messages ?? [], testedAt === null ? null : "waits");
  return { ways: [{ way: "telegram", isSet: true, ...telegram }, ...others], testedAt };
}

/** One that arrived is enough. */
function outcomeOf(sent: readonly Sent[], none: "waits" | null): Pick<WayOfAlerts, "test" | "error"> {
  if (sent.length === 0) return { test: none, error: null };
  if (sent.some(({ status }) => status === "sent" || status === "superseded"))
    return { test: "sent", error: null };
  const failed = sent.find(({ status, error }) => status === "failed" || error !== null);
  if (failed === undefined) return { test: "waits", error: null };
  return { test: failed.status === "failed" ? "failed" : "waits", error: failed.error };
}
