import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";

const { objectWorkSums } = schema;

/**
 * Cells of several works update the object's sum in turn: lock the sums of their works before it, in the order of
 * every writer.
 */
export async function lockWorkSums(tx: Tx, objectId: number): Promise<void> {
  await tx
    .select({ workTypeId: objectWorkSums.workTypeId })
    .from(objectWorkSums)
    .where(eq(objectWorkSums.objectId, objectId))
    .orderBy(objectWorkSums.workTypeId)
    .for("update");
}
