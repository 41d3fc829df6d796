import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";
import type { SupplyLineRow } from "./load-order.ts";

export type KeptLine = Pick<SupplyLineRow, "id" | "shipped" | "received" | "waived">;

/** Writes the quantities of lines that a move has changed; returns what they were. */
export async function writeLines(
  tx: Tx,
  before: readonly SupplyLineRow[],
  after: readonly SupplyLineRow[],
): Promise<{ lines: KeptLine[] }> {
  const moved = after.filter((line) => !before.includes(line));
  for (const { id, shipped, received, waived } of moved) {
    await tx
      .update(schema.supplyLines)
      .set({ shipped, received, waived })
      .where(eq(schema.supplyLines.id, id));
  }
  const ids = new Set(moved.map(({ id }) => id));
  return {
    lines: before
      .filter(({ id }) => ids.has(id))
      .map(({ id, shipped, received, waived }) => ({ id, shipped, received, waived })),
  };
}
