import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { type Context, type Day, invalidField, notFound, subjectAs, type Tx } from "../../kernel/index.ts";
import { trimmed } from "../calculation/index.ts";
import { lockObjectOf, type ObjectOfThing } from "../objects/index.ts";

const { objects, supplyLines, supplyOrders } = schema;

export type SupplyRow = typeof supplyOrders.$inferSelect;
export type SupplyLineRow = typeof supplyLines.$inferSelect;
export type LoadedOrder = {
  order: SupplyRow;
  lines: SupplyLineRow[];
  object: ObjectOfThing;
  /** Roubles up to which the project manager approves on this object. */
  approvalLimit: string;
};

/** Locks an order with its lines, and its object against closing; not_found when the actor may not see it. */
export async function lockOrder(tx: Tx, ctx: Context, orderId: number): Promise<LoadedOrder> {
  const [order] = await tx.select().from(supplyOrders).where(eq(supplyOrders.id, orderId)).for("update");
  if (order === undefined || !can(ctx.actor, "supply.view", { objectId: order.objectId })) throw notFound();
  const object = await lockObjectOf(tx, order.objectId);
  const lines = await readLines(tx, orderId);
  return { order, lines, object, approvalLimit: await limitOf(tx, order.objectId) };
}

/** The lines of an order whose row the caller has locked. */
export const readLines = (tx: Tx, orderId: number): Promise<SupplyLineRow[]> =>
  tx.select().from(supplyLines).where(eq(supplyLines.orderId, orderId)).orderBy(supplyLines.id);

/** The approval limit of an object whose row the caller has locked. */
export async function limitOf(tx: Tx, objectId: number): Promise<string> {
  const [row] = await tx
    .select({ approvalLimit: objects.approvalLimit })
    .from(objects)
    .where(eq(objects.id, objectId));
  if (row === undefined) throw notFound();
  return row.approvalLimit;
}

/** What the moves of a loaded order are judged by, with the row as it is or is to be. */
export const judged = (
  order: SupplyRow,
  { lines, approvalLimit }: Pick<LoadedOrder, "lines" | "approvalLimit">,
) => ({
  ...order,
  approvalLimit,
  lines,
});

/** The current row, for a version conflict. */
export const currentOrder = ({ id, status, version }: SupplyRow) => ({ id, status, version });

export const subjectOf = subjectAs("supply");

/** Refuses a day before today, by the object's day. */
export function assertDay(path: string, day: Day | null | undefined, today: Day): void {
  if (day === null || day === undefined || day >= today) return;
  throw invalidField(path, "deadline_past", { today });
}

/** A line in words, for the audit log. */
export const lineText = ({
  name,
  quantity,
  unit,
}: Pick<SupplyLineRow, "name" | "quantity" | "unit">): string => `${name} · ${trimmed(quantity)} ${unit}`;
