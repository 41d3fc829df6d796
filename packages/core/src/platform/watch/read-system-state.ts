import type { Database } from "@stsphera/db";
import { failedOfWeek, REFUSED_BY_USER } from "../deliveries/index.ts";
import { MAX_ATTEMPTS } from "../notify/index.ts";
import type { SystemProbes, SystemState } from "./system-state.ts";

const age = (instant: string) =>
  `greatest(0, round(extract(epoch from $1::timestamptz - ${instant})))::float8`;
const latest = (kind: string, what: string, only = "") =>
  `(select ${what} from ops_records where kind = '${kind}' ${only} order by at desc, id desc limit 1)`;
const WAITING_FILES = `status = 'stored' or (status = 'awaiting' and source = 'telegram')`;

const STATEMENT = `
  select
    json_build_object(
      'waiting', (select count(*) from outbox where relayed_at is null and attempts < $2),
      'parked', (select count(*) from outbox where relayed_at is null and attempts >= $2),
      'age', (select ${age("min(created_at)")} from outbox where relayed_at is null and attempts < $2)) as outbox,
    json_build_object(
      'queued', (select count(*) from deliveries where status = 'queued'),
      'failed', (select count(*) from deliveries d where ${failedOfWeek("$1")} and ${REFUSED_BY_USER} is not true),
      'unwanted', (select count(*) from deliveries d where ${failedOfWeek("$1")} and ${REFUSED_BY_USER}),
      'age', (select ${age("min(greatest(created_at, not_before))")} from deliveries
        where status = 'queued' and not_before <= $1::timestamptz)) as deliveries,
    (select json_build_object('browsers', (select count(*) from push_subscriptions),
        'sent', count(*) filter (where p.status = 'sent'), 'failed', count(*) filter (where p.status = 'failed'))
      from push_messages p where p.created_at > $1::timestamptz - interval '1 day' and p.reason <> 'trial') as pushes,
    json_build_object(
      'waiting', (select count(*) from files where ${WAITING_FILES}),
      'failed', (select count(*) from files where status = 'failed' and created_at > $1::timestamptz - interval '7 days'),
      'age', (select ${age("min(created_at)")} from files where ${WAITING_FILES})) as files,
    json_build_object(
      'waiting', (select count(*) from users where status = 'pending'),
      'unreachable', (select count(*) from users where status = 'active' and unreachable_at is not null)) as people,
    pg_database_size(current_database())::float8 as "databaseBytes",
    (select ${age("min(a.at)")} from audit_log a where a.id > coalesce(
      (select c.audit_id from audit_chain c order by c.position desc limit 1), 0)) as "auditUnsealedAge",
    ${latest("audit_check", "ok")} as "auditOk",
    ${latest("heartbeat", age("at"))} as "heartbeatAge",
    ${latest("backup", age("at"), "and ok")} as "backupAge",
    ${latest("backup", "ok")} as "lastBackupOk",
    ${latest("restore_drill", age("at"), "and ok")} as "drillAge",
    ${latest("deploy", `json_build_object('age', ${age("at")}, 'ok', ok, 'version', details->>'version')`)} as deploy`;

/** Reads the state of the installation in one statement and joins what the process itself sees. */
export async function readSystemState(
  { read }: Pick<Database, "read">,
  now: Date,
  probes: SystemProbes,
): Promise<SystemState> {
  const [row] = await read<Omit<SystemState, keyof SystemProbes>>(STATEMENT, [
    now.toISOString(),
    MAX_ATTEMPTS,
  ]);
  if (row === undefined) throw new Error("the system was not looked at");
  return { ...row, ...probes };
}
