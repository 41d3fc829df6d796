import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { undoCommand } from "../../kernel/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { lockOrder, subjectOf } from "./load-order.ts";
import { receiptOf } from "./record-receipt.ts";
import { supplyLifecycle } from "./supply-lifecycle.ts";
import type { KeptLine } from "./write-lines.ts";

const { supplyLines, supplyReceipts } = schema;

/**
 * Undoes the actor's own newest decision or receipt within ten minutes. A receipt gives its lines back what they were, and
 * its discrepancies go with it; settling one of them changes the order, and forbids that.
 */
export const undoSupplyMove = undoCommand(supplyLifecycle, {
  name: "supply.undo",
  id: "orderId",
  event: "supply.move_undone",
  load: lockOrder,
  assertOpen: ({ object }) => assertObjectOpen(object),
  // What was asked for may always wait for its decision again; what came may always be on its way again.
  restores: async () => undefined,
  reverse: async (tx, { ctx, loaded, kept }) => {
    const { receiptId, lines } = kept as { receiptId?: number; lines?: KeptLine[] };
    if (receiptId === undefined) return [];
    for (const { id, ...was } of lines ?? []) {
      await tx.update(supplyLines).set(was).where(eq(supplyLines.id, id));
      // The answer is built from the loaded lines.
      const line = loaded.lines.find((one) => one.id === id);
      if (line !== undefined) Object.assign(line, was);
    }
    await tx.update(supplyReceipts).set({ undoneAt: ctx.now }).where(eq(supplyReceipts.id, receiptId));
    const { objectId } = subjectOf(loaded.order);
    return [{ ...receiptOf(receiptId), objectId, before: { withdrawn: false }, after: { withdrawn: true } }];
  },
  payload: (before, after) => ({ title: after.title, from: before.status, to: after.status }),
});
