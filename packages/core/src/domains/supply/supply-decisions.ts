import { schema } from "@stsphera/db";
import { eq, gt, inArray, or } from "drizzle-orm";
import { decidingMoves, personJson } from "../../kernel/index.ts";
import { type DecisionSource, within } from "../../platform/decisions/index.ts";
import { subjectOf } from "./load-order.ts";
import { supplyDecisions, supplyWorkflow } from "./supply-workflow.ts";

const { objects, supplyOrders } = schema;
const WAITING = or(
  inArray(supplyOrders.status, ["requested", "approved", "shipped"]),
  gt(supplyOrders.openDifferences, 0),
);

/** Orders that wait for approval, for being placed, for receiving, or for settling what was missing. */
export const supplyDecisionSource: DecisionSource = {
  entityType: "supply",
  table: "supply_orders",
  decidedBy: [
    { permission: "supply.approve" },
    { permission: "supply.approve", beyond: "approval_limit" },
    { permission: "supply.update" },
    { permission: "supply.receive" },
  ],
  actions: {
    supply_to_approve: decidingMoves(supplyWorkflow, "requested", "supply.approve"),
    supply_to_order: decidingMoves(supplyWorkflow, "approved", "supply.update"),
    supply_to_receive: decidingMoves(supplyWorkflow, "shipped", "supply.receive"),
    supply_to_settle: [{ key: "open" }],
  },
  shown: `select json_build_object('title', 'ЗК-' || t.number || ' · ' || t.title, 'version', t.version,
      'text', (select trim_scale(l.quantity)::text || ' ' || l.unit from supply_lines l where l.order_id = t.id
        order by l.id limit 1), 'who', ${personJson("t.requester_id")})
    from supply_orders t where t.id = p.id`,
  linkOf: ({ id }) => ({ kind: "supply", id }),
  due: async (on, part) => {
    const rows = await on
      .select({ order: supplyOrders, approvalLimit: objects.approvalLimit })
      .from(supplyOrders)
      .innerJoin(objects, eq(objects.id, supplyOrders.objectId))
      .where(within(supplyOrders.id, part, WAITING))
      .orderBy(supplyOrders.id)
      .limit(part.limit);
    return rows.map(({ order, approvalLimit }) => ({
      ...subjectOf(order),
      decisions: supplyDecisions({ ...order, approvalLimit }),
    }));
  },
};
