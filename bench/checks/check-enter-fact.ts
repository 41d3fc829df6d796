import type { FactAnswer } from "../../packages/contracts/src/index.ts";
import type { Wish } from "../cases/bench-case.ts";
import { TODAY, type World } from "../world/world.ts";
import { createComparison } from "./compare.ts";

type Sums = { cell: string; work: string; day: string; earned: string };

/** Checks the entry in the ledger and the audit log, its event, and every sum against the ledger. */
export async function checkEnterFact({ sql }: World, { body }: Wish, answer: unknown): Promise<string[]> {
  const { fact, floorVolume } = answer as FactAnswer;
  const { problems, same } = createComparison();
  const asked = JSON.parse(body ?? "{}") as { floorVolumeId: number; quantity: string };
  const { objectId } = fact;
  const [row] = await sql<{ line: number; quantity: string; date: string }[]>`
    select floor_volume_id as line, trim_scale(quantity)::text as quantity, date::text as date
    from daily_plan_fact where id = ${fact.id}`;
  same("the entry", { ...row }, { line: asked.floorVolumeId, quantity: asked.quantity, date: TODAY });
  const [told] = await sql`
    select (select count(*)::int from audit_log where entity_type = 'fact' and entity_id = ${fact.id}) as audit,
      (select count(*)::int from outbox where entity_type = 'fact' and entity_id = ${fact.id}) as outbox`;
  same("audit and outbox", { ...told }, { audit: 1, outbox: 1 });
  const [ledger] = await sql<Sums[]>`
    with entries as (
      select e.*, w.norm_hours from daily_plan_fact e join work_types w on w.id = e.work_type_id
      where e.object_id = ${objectId} and e.status <> 'parked'
    )
    select (select trim_scale(sum(quantity))::text from entries where floor_volume_id = ${asked.floorVolumeId}) as cell,
      (select trim_scale(sum(quantity))::text from entries where work_type_id = ${fact.workType.id}) as work,
      (select trim_scale(sum(quantity))::text from entries
        where work_type_id = ${fact.workType.id} and date = ${TODAY} and kind <> 'opening') as day,
      (select trim_scale(sum(least(v.plan_qty, coalesce(d.quantity, 0)) * w.norm_hours))::text
        from floor_volumes v join work_types w on w.id = v.work_type_id
        left join (select floor_volume_id, sum(quantity) as quantity from entries group by 1) d on d.floor_volume_id = v.id
        where v.object_id = ${objectId}) as earned`;
  const [kept] = await sql<Sums[]>`
    select (select trim_scale(fact_qty)::text from floor_volumes where id = ${asked.floorVolumeId}) as cell,
      (select trim_scale(fact_qty)::text from object_work_sums
        where object_id = ${objectId} and work_type_id = ${fact.workType.id}) as work,
      (select trim_scale(quantity)::text from object_day_sums
        where object_id = ${objectId} and work_type_id = ${fact.workType.id} and day = ${TODAY}) as day,
      (select trim_scale(earned_hours)::text from object_sums where object_id = ${objectId}) as earned`;
  same("the sums", { ...kept }, { ...ledger });
  same("the cell in the answer", floorVolume.factQty, ledger?.cell);
  return problems;
}
