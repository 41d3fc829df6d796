import type { SupplyStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import type { Context } from "../../../kernel/index.ts";

/** Cases run side by side: numbers made here never meet. */
let numbers = 1000;

type NewOrder = Partial<typeof schema.supplyOrders.$inferInsert> & { requesterId: number };
type Line = Partial<typeof schema.supplyLines.$inferInsert>;

/** What of ten pieces has been shipped and received in a state. */
const FLOWS: Readonly<Partial<Record<SupplyStatus, Line>>> = {
  shipped: { shipped: "6" },
  partially_received: { shipped: "8", received: "5" },
  delivered: { shipped: "10", received: "10" },
};

/** Inserts an order of ten tubes of sealant, requested unless said. */
export async function insertOrder(
  { db, now }: Pick<Context, "db" | "now">,
  objectId: number,
  {
    status = "requested",
    lines = [{}],
    ...more
  }: NewOrder & { status?: SupplyStatus; lines?: readonly Line[] },
): Promise<number> {
  const [row] = await db.orm
    .insert(schema.supplyOrders)
    .values({
      objectId,
      number: (numbers += 1),
      title: "Герметик шовный",
      status,
      statusSince: now,
      createdAt: now,
      ...more,
    })
    .returning({ id: schema.supplyOrders.id });
  if (row === undefined) throw new Error("an order was not stored");
  await db.orm.insert(schema.supplyLines).values(
    lines.map((line) => ({
      orderId: row.id,
      name: "Герметик шовный",
      unit: "шт" as const,
      quantity: "10",
      ...FLOWS[status],
      ...line,
    })),
  );
  return row.id;
}

/** Inserts a discrepancy of two pieces of an order's first line, open unless said. */
export async function insertDiscrepancy(
  { db, now }: Pick<Context, "db" | "now">,
  objectId: number,
  { orderId, byId, ...more }: { orderId: number; byId: number; status?: "open" | "claimed" },
): Promise<number> {
  const [line] = await db.orm
    .select({ id: schema.supplyLines.id })
    .from(schema.supplyLines)
    .where(eq(schema.supplyLines.orderId, orderId));
  const [receipt] = await db.orm
    .insert(schema.supplyReceipts)
    .values({ orderId, byId, at: now })
    .returning({ id: schema.supplyReceipts.id });
  if (line === undefined || receipt === undefined) throw new Error("a receipt was not stored");
  await db.orm
    .update(schema.supplyOrders)
    .set({ openDifferences: 1 })
    .where(eq(schema.supplyOrders.id, orderId));
  const [row] = await db.orm
    .insert(schema.supplyDiscrepancies)
    .values({
      objectId,
      orderId,
      receiptId: receipt.id,
      lineId: line.id,
      quantity: "2",
      status: "open",
      statusSince: now,
      createdAt: now,
      ...more,
    })
    .returning({ id: schema.supplyDiscrepancies.id });
  if (row === undefined) throw new Error("a discrepancy was not stored");
  return row.id;
}
