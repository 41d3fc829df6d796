import { schema } from "@stsphera/db";
import { type Change, type Context, type Effects, insertRow, personOf, type Tx } from "../../kernel/index.ts";
import { attachFiles } from "../../platform/attachments/index.ts";
import { decimal } from "../calculation/index.ts";
import { afterReceipt, type Part, partsOf } from "./line-flow.ts";
import { lineText, type LoadedOrder, subjectOf } from "./load-order.ts";
import { writeLines } from "./write-lines.ts";

/** The photos and papers of a receipt are attached to it. */
export const receiptOf = (receiptId: number) => ({ entityType: "supply_receipt", entityId: receiptId });

/**
 * Records what came, line by line, against the papers. What the papers had and the truck had not is a discrepancy, and is
 * still to be shipped.
 */
export async function recordReceipt(
  tx: Tx,
  ctx: Context,
  { order, lines }: LoadedOrder,
  input: Part & { fileIds: readonly number[] },
): Promise<Effects> {
  const { objectId } = order;
  const parts = partsOf(lines, "onWay", input);
  const receipt = await insertRow(tx, schema.supplyReceipts, {
    orderId: order.id,
    byId: personOf(ctx).id,
    at: ctx.now,
  });
  await tx.insert(schema.supplyReceiptLines).values(
    parts.map(({ lineId, left, counted }) => ({
      receiptId: receipt.id,
      lineId,
      papers: decimal(left),
      counted: decimal(counted),
    })),
  );
  const kept = await writeLines(tx, lines, afterReceipt(lines, parts));
  const files = await attachFiles(tx, ctx, receiptOf(receipt.id), { objectId, fileIds: input.fileIds });
  const received: Change = {
    ...receiptOf(receipt.id),
    objectId,
    before: null,
    after: { lines: parts.map((part) => textOf(lines, part.lineId, decimal(part.counted))), files },
  };
  const missing = parts.filter(({ left, counted }) => left.gt(counted));
  const differences = await Promise.all(
    missing.map(({ lineId, left, counted }) =>
      insertRow(tx, schema.supplyDiscrepancies, {
        objectId,
        orderId: order.id,
        receiptId: receipt.id,
        lineId,
        quantity: decimal(left.minus(counted)),
        status: "open",
        statusSince: ctx.now,
        createdAt: ctx.now,
      }),
    ),
  );
  const opened = differences.map(({ id, lineId, quantity, status }): Change => ({
    entityType: "discrepancy",
    entityId: id,
    objectId,
    before: null,
    after: { status, lines: [textOf(lines, lineId, quantity)] },
  }));
  return {
    changes: [received, ...opened],
    events:
      opened.length === 0
        ? []
        : [{ ...subjectOf(order), type: "supply.discrepancy_opened", payload: { title: order.title } }],
    kept: { ...kept, receiptId: receipt.id },
  };
}

function textOf(lines: LoadedOrder["lines"], lineId: number, quantity: string): string {
  const line = lines.find(({ id }) => id === lineId);
  if (line === undefined) throw new Error(`no line ${lineId}`);
  return lineText({ ...line, quantity });
}
