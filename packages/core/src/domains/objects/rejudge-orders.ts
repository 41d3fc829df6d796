import { sql } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";

/**
 * Gives the orders of an object that wait for approval the limit that stands now: above it they wait for the director, and
 * nobody approves their own. The caller has locked the object, which every change of an order locks, too.
 */
export async function rejudgeOrders(tx: Tx, objectId: number): Promise<void> {
  await tx.execute(sql`
    update pending_decisions p set beyond = case when j.above then 'approval_limit' end, company_wide = j.above,
      except_user_ids = case when j.above then array[j.requester_id] else '{}'::int[] end
    from (select t.id, t.requester_id, coalesce(t.amount > o.approval_limit, false) as above
      from supply_orders t join objects o on o.id = t.object_id
      where t.object_id = ${objectId}::int and t.status = 'requested') j
    where p.entity_type = 'supply' and p.kind = 'supply_to_approve' and p.entity_id = j.id`);
}
