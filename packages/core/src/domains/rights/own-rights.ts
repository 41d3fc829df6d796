import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";

const { objectRoles, users } = schema;

/** A user with their own roles as the transaction sees them now, without those of their principals. */
export async function ownRights(tx: Tx, userId: number): Promise<UserActor> {
  const [row] = await tx.select().from(users).where(eq(users.id, userId));
  if (row === undefined) throw new Error(`nobody has the id ${userId}`);
  const held = await tx.select().from(objectRoles).where(eq(objectRoles.userId, userId));
  const { id, telegramId, role, status, fullName, locale, timeZone } = row;
  const objects = Map.groupBy(held, ({ objectId }) => objectId);
  const roles = [...objects].map(([objectId, rows]) => [objectId, rows.map((one) => one.role)] as const);
  return {
    kind: "user",
    id,
    telegramId: telegramId ?? "",
    role,
    status: status === "erased" ? "deactivated" : status,
    fullName,
    locale,
    timeZone,
    objectRoles: Object.fromEntries(roles),
  };
}
