import type { AlertKind, AlertWay } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import { FALLBACK_AFTER_MS } from "./insert-alert.ts";
import { type SaidAlert, sayAlert } from "./say-alert.ts";

/** What a way carries: words in the company's language, and the same as data. */
export type AlertMessage = SaidAlert & {
  id: number;
  name: string | null;
  kind: AlertKind;
  value: number | null;
  at: string;
  /** Where the administrator reads more. */
  url: string;
};

/** Sends by one way; throws with a reason that holds no secret. */
export type AlertSender = (message: AlertMessage) => Promise<void>;

export type SendDeps = {
  db: Database;
  now: () => Date;
  publicUrl: string;
  senders: Readonly<Partial<Record<AlertWay, AlertSender>>>;
  warn: (message: string, error: unknown) => void;
};

/** Pauses after failed attempts, in ms; after the last the sending is given up. */
const PAUSES_MS = [30_000, 2 * 60_000, 10 * 60_000, 30 * 60_000, 2 * 3_600_000];
/** How long an attempt may run before another process takes it over, in ms. */
const LEASE_MS = 60_000;

type Claimed = Omit<AlertMessage, "title" | "lines" | "url"> & { way: AlertWay; attempts: number };

/** Takes the next one that is due; its time is moved on, so that nobody else takes it while it is being sent. */
const CLAIM = `
  with due as (
    select s.alert_id, s.way from alert_sendings s
    where s.status = 'queued' and s.next_attempt_at <= $1::timestamptz and s.way = any ($2::text[])
    order by s.next_attempt_at, s.alert_id limit 1 for update skip locked)
  update alert_sendings s set attempts = s.attempts + 1, next_attempt_at = $3::timestamptz
  from due, alerts a
  where s.alert_id = due.alert_id and s.way = due.way and a.id = s.alert_id
  returning a.id, a.name, a.kind, a.value, a.at, s.way, s.attempts`;

/** Whether an administrator has the alert in Telegram, and until when Telegram is asked to hold it. */
const TOLD = `
  select coalesce(bool_or(d.status in ('sent', 'superseded')), false) as told,
    min(d.not_before) filter (where d.status = 'queued' and isfinite(d.not_before) and d.not_before > $2::timestamptz)
      as held
  from notifications n join deliveries d on d.notification_id = n.id
  where n.entity_type = 'alert' and n.entity_id = $1 and n.type = 'system.alert'`;

const SPARE = `update alert_sendings set status = 'spared' where alert_id = $1 and way = $2`;
const HOLD = `
  update alert_sendings set attempts = attempts - 1, next_attempt_at = $3::timestamptz where alert_id = $1 and way = $2`;
const SENT = `update alert_sendings set status = 'sent', sent_at = $3::timestamptz, error = null
  where alert_id = $1 and way = $2`;
const FAILED = `update alert_sendings set error = $3, status = case when $4::timestamptz is null then 'failed' else status end,
    next_attempt_at = coalesce($4::timestamptz, next_attempt_at) where alert_id = $1 and way = $2`;

/** Sends one alert by mail or webhook, if Telegram has not delivered it in time; false when none is due. */
export async function sendNextAlert(deps: SendDeps): Promise<boolean> {
  const { db, now, senders } = deps;
  const at = now();
  const ways = Object.keys(senders);
  if (ways.length === 0) return false;
  const lease = new Date(at.getTime() + LEASE_MS).toISOString();
  const [claimed] = await db.read<Claimed>(CLAIM, [at.toISOString(), ways, lease]);
  if (claimed === undefined) return false;
  const { id, way, kind } = claimed;
  const [telegram] = await db.read<{ told: boolean; held: string | null }>(TOLD, [id, at.toISOString()]);
  if (kind !== "test" && telegram?.told === true) await db.read(SPARE, [id, way]);
  else if (kind !== "test" && telegram !== undefined && telegram.held !== null)
    await db.read(HOLD, [
      id,
      way,
      new Date(new Date(telegram.held).getTime() + FALLBACK_AFTER_MS).toISOString(),
    ]);
  else await attempt(deps, { ...claimed, at: new Date(claimed.at).toISOString() });
  return true;
}

async function attempt({ db, now, publicUrl, senders, warn }: SendDeps, claimed: Claimed): Promise<void> {
  const { way, attempts, ...alert } = claimed;
  try {
    await senders[way]?.({ ...alert, ...sayAlert(alert, "ru"), url: `${publicUrl}/admin/health` });
    await db.read(SENT, [alert.id, way, now().toISOString()]);
  } catch (error) {
    const pause = PAUSES_MS[attempts - 1];
    const again = pause === undefined ? null : new Date(now().getTime() + pause).toISOString();
    await db.read(FAILED, [
      alert.id,
      way,
      String(error instanceof Error ? error.message : error).slice(0, 300),
      again,
    ]);
    warn(`an alert was not sent by ${way}`, error);
  }
}
