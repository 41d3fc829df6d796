import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { type Context, notFound, subjectAs, type Tx } from "../../kernel/index.ts";
import { lockObjectOf, type ObjectOfThing } from "../objects/index.ts";

const { extraWorks } = schema;

export type ExtraRow = typeof extraWorks.$inferSelect;
export type LoadedExtra = { extra: ExtraRow; object: ObjectOfThing };

/** Locks an extra work, and its object against closing; not_found when the actor may not see it. */
export async function lockExtra(tx: Tx, ctx: Context, extraId: number): Promise<LoadedExtra> {
  const [extra] = await tx.select().from(extraWorks).where(eq(extraWorks.id, extraId)).for("update");
  if (extra === undefined || !can(ctx.actor, "extra.view", { objectId: extra.objectId })) throw notFound();
  return { extra, object: await lockObjectOf(tx, extra.objectId) };
}

/** The current row, for a version conflict. */
export const currentExtra = ({ id, status, stage, version }: ExtraRow) => ({ id, status, stage, version });

export const subjectOf = subjectAs("extra");
