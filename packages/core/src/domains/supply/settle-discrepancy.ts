import { discrepancyTransitionInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, eq, isNull } from "drizzle-orm";
import {
  type Change,
  type Context,
  defineLifecycle,
  DomainError,
  NO_ROW,
  notFound,
  transitionCommand,
  type Tx,
  updateRow,
  wordsOf,
  writeDecisions,
} from "../../kernel/index.ts";
import { big, decimal, minBig } from "../calculation/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { discrepancyCase, discrepancyWorkflow, isUnsettled } from "./discrepancy-workflow.ts";
import { isComplete, restOf } from "./line-flow.ts";
import { currentOrder, type LoadedOrder, lockOrder, subjectOf, type SupplyLineRow } from "./load-order.ts";
import { isComing, supplyDecisions } from "./supply-workflow.ts";
import { writeLines } from "./write-lines.ts";

const { supplyDiscrepancies, supplyOrders, supplyReceipts } = schema;

type DiscrepancyRow = typeof supplyDiscrepancies.$inferSelect;
type LoadedDiscrepancy = LoadedOrder & { discrepancy: DiscrepancyRow };

/** The line once its missing part has come, or is known not to come. */
function settledLine(line: SupplyLineRow, missing: string, hasCome: boolean): SupplyLineRow {
  if (hasCome) {
    const { shipped, received } = line;
    const plus = (to: string) => decimal(big(to).plus(missing));
    return { ...line, shipped: plus(shipped), received: plus(received) };
  }
  // What has been shipped again meanwhile is still expected.
  return { ...line, waived: decimal(big(line.waived).plus(minBig(big(missing), restOf(line)))) };
}

const discrepancyLifecycle = defineLifecycle({
  entity: "discrepancy",
  workflow: discrepancyWorkflow,
  input: discrepancyTransitionInput,
  table: supplyDiscrepancies,
  rowOf: ({ discrepancy }: LoadedDiscrepancy) => discrepancy,
  caseOf: ({ objectId, status }: DiscrepancyRow) => discrepancyCase(objectId, status),
  tracked: ["status", "statusSince", "reason"],
  columns: ({ ctx, input }, to) => ({ status: to, statusSince: ctx.now, reason: wordsOf(input) }),
  guards: {
    came: async (_tx, { loaded: { lines, discrepancy } }) => {
      const line = lines.find(({ id }) => id === discrepancy.lineId);
      if (line !== undefined && restOf(line).lt(discrepancy.quantity)) {
        throw new DomainError("conflict", { sentence: "supply_missing_arrived" });
      }
    },
  },
  effects: async (tx, { ctx, move, loaded, after }) => {
    if (!isUnsettled(after.status)) return { changes: [await settleOrder(tx, ctx, loaded, move === "came")] };
    // A claim is built on its receipt, which can be undone no more.
    await updateRow(tx, supplyOrders, loaded.order, {}, currentOrder);
    return {};
  },
  eventsAbout: ({ order }) => subjectOf(order),
  payload: ({ loaded: { order }, after, input }) => ({
    title: order.title,
    settled: after.status,
    reason: wordsOf(input),
  }),
});

/** Writes the line and the order of a settled discrepancy; the order is delivered when nothing more is to come. */
async function settleOrder(
  tx: Tx,
  ctx: Context,
  loaded: LoadedDiscrepancy,
  hasCome: boolean,
): Promise<Change> {
  const { order, lines, discrepancy, approvalLimit } = loaded;
  const next = lines.map((line) =>
    line.id === discrepancy.lineId ? settledLine(line, discrepancy.quantity, hasCome) : line,
  );
  await writeLines(tx, lines, next);
  const ends = isComing(order.status) && isComplete(next);
  const after = await updateRow(
    tx,
    supplyOrders,
    order,
    {
      openDifferences: order.openDifferences - 1,
      ...(ends ? { status: "delivered" as const, statusSince: ctx.now } : {}),
    },
    currentOrder,
  );
  await writeDecisions(tx, subjectOf(order), supplyDecisions({ ...after, approvalLimit }));
  const of = ({ openDifferences, status }: typeof after) => ({
    openDifferences,
    ...(ends ? { status } : {}),
  });
  return { ...subjectOf(order), before: of(order), after: of(after) };
}

/** Settles what was missing of a receipt: it came, nothing more comes, a claim, a write-off. */
export const settleDiscrepancy = transitionCommand(discrepancyLifecycle, {
  name: "supply.settle",
  id: "discrepancyId",
  load: lockDiscrepancy,
  assertOpen: ({ object }) => assertObjectOpen(object),
});

/** Locks the order of a discrepancy, then the discrepancy; that of an undone receipt does not exist. */
async function lockDiscrepancy(tx: Tx, ctx: Context, discrepancyId: number): Promise<LoadedDiscrepancy> {
  const where = eq(supplyDiscrepancies.id, discrepancyId);
  const [found] = await tx
    .select({ orderId: supplyDiscrepancies.orderId })
    .from(supplyDiscrepancies)
    .innerJoin(supplyReceipts, eq(supplyReceipts.id, supplyDiscrepancies.receiptId))
    .where(and(where, isNull(supplyReceipts.undoneAt)));
  const loaded = await lockOrder(tx, ctx, found?.orderId ?? NO_ROW);
  const [discrepancy] = await tx.select().from(supplyDiscrepancies).where(where).for("update");
  if (discrepancy === undefined) throw notFound();
  return { ...loaded, discrepancy };
}
