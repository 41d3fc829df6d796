import { schema } from "@stsphera/db";
import { sees } from "@stsphera/rbac";
import { and, eq } from "drizzle-orm";
import { type Context, DomainError, notFound, type Tx } from "../../kernel/index.ts";

const { objects } = schema;

export type ObjectRow = typeof objects.$inferSelect;

/** Locks an object; not_found when the actor may not see it. */
export async function lockObject(tx: Tx, ctx: Context, objectId: number): Promise<ObjectRow> {
  if (!sees(ctx.actor, objectId)) throw notFound();
  const [row] = await tx.select().from(objects).where(eq(objects.id, objectId)).for("update");
  if (row === undefined) throw notFound();
  return row;
}

/** The current row, for a version conflict. */
export const currentObject = ({ id, status, version }: ObjectRow) => ({ id, status, version });

/** Updates columns of the object and increments its version, which is returned. */
export async function bumpObject(
  tx: Tx,
  row: ObjectRow,
  values: Partial<Omit<ObjectRow, "id" | "version" | "createdBy" | "createdAt">> = {},
): Promise<number> {
  const version = row.version + 1;
  const [after] = await tx
    .update(objects)
    .set({ ...values, version })
    .where(and(eq(objects.id, row.id), eq(objects.version, row.version)))
    .returning({ id: objects.id });
  if (after === undefined) throw new DomainError("version_conflict", { current: currentObject(row) });
  return version;
}
