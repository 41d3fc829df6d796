import { OUTBOX_CHANNEL } from "../../kernel/index.ts";
import type { DueRow, ScheduleDeps } from "./schedule-row.ts";

/** $3 job · $4 event · $5 minutes that may be made up · $6 further payload */
const statement = ({ due, about }: Pick<DueRow, "due" | "about">) => `
  with due as materialized (${due}
  ), claimed as (
    insert into schedule_claims (job, slot, object_id, user_id, at)
    select $3::text, d.slot, d.object_id, d.user_id, $1::timestamptz from due d
    where d.at <= $1::timestamptz and d.at > $1::timestamptz - $5::int * interval '1 minute'
      and not exists (select from schedule_claims c where c.job = $3::text and c.slot = d.slot
        and c.object_id is not distinct from d.object_id and c.user_id is not distinct from d.user_id)
    order by d.object_id, d.user_id, d.slot
    on conflict do nothing
    returning slot, object_id, user_id
  ), events as (
    select d.* from due d join claimed c on c.slot = d.slot and c.object_id is not distinct from d.object_id
      and c.user_id is not distinct from d.user_id
  ), told as (
    insert into outbox (command_id, type, object_id, entity_type, entity_id, payload, created_at)
    select gen_random_uuid(), $4::text, object_id, '${about}', entity_id,
      jsonb_build_object('day', day::text, 'userId', user_id, 'at', at) || $6::text::jsonb, $1::timestamptz
    from events order by object_id, user_id, entity_id
    returning 1
  ) select cardinality($2::date[]) as days, (select count(*)::int from told) as told`;

/**
 * Claims what has become due and writes its events, in one statement: either both are written or neither, and a claim
 * that another scheduler has is passed over. Returns the number of events.
 */
export async function sweepDue(
  { db, now, warn }: ScheduleDeps,
  row: DueRow,
  officeDays: readonly string[],
): Promise<number> {
  const asked = [now().toISOString(), officeDays, row.job, row.event, row.lateMinutes];
  const payload = JSON.stringify(row.payload ?? {});
  const [swept] = await db.read<{ told: number }>(statement(row), [...asked, payload]);
  const told = swept?.told ?? 0;
  if (told > 0) {
    db.sql.notify(OUTBOX_CHANNEL, "").catch((error: unknown) => warn("could not wake the relay", error));
  }
  return told;
}
