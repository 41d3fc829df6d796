import { type DepartmentHead, setDepartmentHeadInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can, DEPARTMENTS } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError, forbidden, invalidField, type Tx } from "../../kernel/index.ts";

const { departmentHeads, users } = schema;

type HeadRow = typeof departmentHeads.$inferSelect;

/**
 * Appoints the head of a department, or removes it. The head may belong to another department, but not be an
 * observer.
 */
export const setDepartmentHead = command({
  name: "org.set_head",
  permissions: ["users.manage"],
  input: z.strictObject({ department: z.enum(DEPARTMENTS), ...setDepartmentHeadInput.shape }),
  load: async (tx, _ctx, { department }): Promise<HeadRow | null> => {
    const [row] = await tx
      .select()
      .from(departmentHeads)
      .where(eq(departmentHeads.department, department))
      .for("update");
    return row ?? null;
  },
  authorize: (ctx, row, { userId, version }) => {
    if (!can(ctx.actor, "users.manage")) throw forbidden("users.manage");
    const current = row === null ? null : { userId: row.userId, version: row.version };
    if (row?.version !== version) throw new DomainError("version_conflict", { current });
    if ((row?.userId ?? null) === userId) throw invalidField("userId", "nothing_to_change");
  },
  execute: async (tx, { input: { department, userId }, target: row }) => {
    const head = userId === null ? null : await headOf(tx, userId);
    const version = await write(tx, department, { row, userId });
    const result: DepartmentHead = { department, head, version };
    const subject = { entityType: "user", entityId: userId ?? row?.userId ?? 0, objectId: null };
    return {
      result,
      changes: [
        { ...subject, before: { department, userId: row?.userId ?? null }, after: { department, userId } },
      ],
      events: [{ ...subject, type: "department.head_changed", payload: { department, userId } }],
    };
  },
});

async function headOf(tx: Tx, userId: number): Promise<{ id: number; fullName: string }> {
  const [person] = await tx.select().from(users).where(eq(users.id, userId));
  if (person?.status !== "active") throw invalidField("userId", "person_not_active");
  if (person.role === "viewer") throw invalidField("userId", "head_is_viewer");
  return { id: person.id, fullName: person.fullName };
}

async function write(
  tx: Tx,
  department: HeadRow["department"],
  { row, userId }: { row: HeadRow | null; userId: number | null },
): Promise<number | null> {
  if (userId === null) {
    await tx.delete(departmentHeads).where(eq(departmentHeads.department, department));
    return null;
  }
  if (row === null) {
    await tx.insert(departmentHeads).values({ department, userId });
    return 1;
  }
  const version = row.version + 1;
  await tx.update(departmentHeads).set({ userId, version }).where(eq(departmentHeads.department, department));
  return version;
}
