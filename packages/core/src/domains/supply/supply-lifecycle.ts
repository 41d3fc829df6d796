import { supplyTransitionInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import {
  type Context,
  defineLifecycle,
  insertRow,
  invalidField,
  personOf,
  type Tx,
} from "../../kernel/index.ts";
import { big } from "../calculation/index.ts";
import { todayOn } from "../objects/index.ts";
import { afterShipping, partsOf } from "./line-flow.ts";
import { assertDay, currentOrder, judged, type LoadedOrder, type SupplyRow } from "./load-order.ts";
import { recordReceipt } from "./record-receipt.ts";
import { writeLines } from "./write-lines.ts";
import { isAboveLimit, supplyCase, supplyDecisions, supplyWorkflow } from "./supply-workflow.ts";

type Placed = { supplier: string; promisedOn: string; amount?: string | undefined };

/** The amount that is ordered for: within the object's limit, or within what was approved above it. */
function assertAmount(
  { order, approvalLimit }: LoadedOrder,
  { amount = order.amount ?? undefined }: Placed,
): string {
  if (amount === undefined) throw invalidField("amount", "supply_amount_required");
  const approved = order.approvedAbove && big(amount).lte(order.approvedAmount ?? "0");
  if (!approved && isAboveLimit({ amount, approvalLimit }))
    throw invalidField("amount", "supply_amount_above");
  return amount;
}

/** Records a day that a supplier promised; the former ones stay. */
export const recordPromise = (
  tx: Tx,
  ctx: Context,
  orderId: number,
  { promisedOn, reason = null }: { promisedOn: string; reason?: string | null },
) =>
  insertRow(tx, schema.supplyPromises, { orderId, promisedOn, reason, byId: personOf(ctx).id, at: ctx.now });

/** The moves of orders: columns written and side effects. */
export const supplyLifecycle = defineLifecycle({
  entity: "supply",
  workflow: supplyWorkflow,
  input: supplyTransitionInput,
  table: schema.supplyOrders,
  rowOf: ({ order }: LoadedOrder) => order,
  caseOf: (order: SupplyRow, loaded) => supplyCase(judged(order, loaded)),
  tracked: [
    "status",
    "statusSince",
    "amount",
    "approvedAmount",
    "approvedAbove",
    "supplier",
    "promisedOn",
    "openDifferences",
  ],
  columns: ({ ctx }, to) => ({ status: to, statusSince: ctx.now }),
  columnsOf: {
    approve: ({ loaded }) => ({
      approvedAmount: loaded.order.amount,
      approvedAbove: isAboveLimit(judged(loaded.order, loaded)),
    }),
    revise: () => ({ approvedAmount: null, approvedAbove: false }),
    order: ({ loaded, input }) => ({
      supplier: input.supplier,
      promisedOn: input.promisedOn,
      amount: input.amount ?? loaded.order.amount,
    }),
    receive: ({ loaded: { lines, order }, input }) => {
      const missing = partsOf(lines, "onWay", input).filter(({ left, counted }) => left.gt(counted));
      return { openDifferences: order.openDifferences + missing.length };
    },
  },
  guards: {
    order: async (_tx, { ctx, loaded, input }) => {
      assertDay("promisedOn", input.promisedOn, todayOn(ctx, loaded.object));
      assertAmount(loaded, input);
    },
    ship: async (_tx, { loaded: { lines }, input }) => void partsOf(lines, "rest", input),
    receive: async (_tx, { loaded: { lines }, input }) => void partsOf(lines, "onWay", input),
  },
  effects: async (tx, step) => {
    const { ctx, loaded } = step;
    switch (step.move) {
      case "order":
        await recordPromise(tx, ctx, loaded.order.id, { promisedOn: step.input.promisedOn });
        return {};
      case "ship": {
        const parts = partsOf(loaded.lines, "rest", step.input);
        await writeLines(tx, loaded.lines, afterShipping(loaded.lines, parts));
        return {};
      }
      case "receive":
        return recordReceipt(tx, ctx, loaded, step.input);
      default:
        return {};
    }
  },
  payload: ({ move, loaded: { order }, after }) => ({
    title: after.title,
    from: order.status,
    to: after.status,
    move,
  }),
  current: currentOrder,
  decisionsOf: (order, { approvalLimit }) => supplyDecisions({ ...order, approvalLimit }),
});
